"""Purpose: what a seller works towards, in one sentence of hers."""
