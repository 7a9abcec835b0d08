"""What painlog knows by itself: regions and treatments."""
