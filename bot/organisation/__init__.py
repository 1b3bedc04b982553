"""The organisation as a file that people can read and change, and what is wrong with it before the day it is needed."""
