"""Tables from elsewhere: bytes become rows, columns and cells."""
