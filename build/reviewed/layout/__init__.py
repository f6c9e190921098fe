"""How a reviewed file is formatted: from its syntax tree to lines in one form.

The order is nodes, order, values, blocks, rows; each may import those before it.
"""
