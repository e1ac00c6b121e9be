"""`make install`: .venv with everything for run, test and lint, and nothing else."""

from bootstrap import progress, virtual_environment

if __name__ == "__main__":
    virtual_environment.ensure(development=True)
    progress.say("-- .venv is ready")
