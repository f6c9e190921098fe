"""What is published and released, and the generated parts of documents."""
