# What islands say, and the pages that are made of the same components.

answer-next = Answer next ({ NUMBER($count) })
