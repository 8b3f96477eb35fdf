"""Two languages side by side: which element of one article stands beside which of the other."""
