"""Settings, addresses and the server's entry point. On sys.path through site/, which is no package."""
