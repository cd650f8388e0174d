"""The full intake: everything an application asks for, taken down section by section."""
