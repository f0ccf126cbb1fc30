# Stands above a form that was refused.
correct-the-marked-fields = Nothing was saved. Correct the marked fields and save again.
