"""The Web API: one file a family of methods, and the table that names them all."""
