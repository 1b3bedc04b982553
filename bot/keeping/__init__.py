"""What is kept, how long, and for whom: the trail, an enquiry's story, exports, retention, holds, a person's data."""
