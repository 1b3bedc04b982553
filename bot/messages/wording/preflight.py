"""What is told to the press office before the day it is needed."""

TITLE = "Before it is needed"
ONE = "One thing here would leave an enquiry waiting."
SEVERAL = "{count} things here would leave an enquiry waiting."
MORE = "And {count} more: they are in the settings."
MENDED = "Mended: {what}"
ALL_MENDED = "Everything that was missing this morning is mended. Thank you."
