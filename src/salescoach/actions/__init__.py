"""Small engagement actions and the habits that they become."""
