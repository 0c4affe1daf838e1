"""What is known becomes what is seen: domain values to Components V2 layouts. Pure; owns Discord's limits."""
