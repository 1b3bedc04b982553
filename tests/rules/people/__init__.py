"""Who is named in a box for several people, measured on ways in which people write it."""
