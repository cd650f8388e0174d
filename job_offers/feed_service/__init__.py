"""The official service of the national database of offers: asked once in the evening, in its hours and its limit.

``window`` knows the hours, ``asking`` writes the question, ``answers`` reads what comes back, ``calling`` does one
owed call. What comes is taken over by the same import as a file that somebody uploads.
"""
