"""What is published and released, and the generated parts of documents.

May import check and contribute.
"""
