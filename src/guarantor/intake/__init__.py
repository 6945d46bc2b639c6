"""What was said? Documents in; passages, origins and proposals of statements out."""
