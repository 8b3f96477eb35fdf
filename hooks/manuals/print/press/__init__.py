"""Press: from a PDF in memory to files that a printing house takes."""
