"""How dates are written where Django's own forms read badly; ``FORMAT_MODULE_PATH`` names this package."""
