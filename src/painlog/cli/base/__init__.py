"""What commands share: lazy loading, options, settings, asking, refusals."""
