"""Any JSON text: its tokens, its strict reading, where things stand in it, and its mistakes with what mends them."""
