"""What would a language model propose? Its messages out; of its reply, what the text bears out."""

from guarantor.intake.llm.asking import PROMPT, messages, portions
from guarantor.intake.llm.nouns import Message, Reply, Task
from guarantor.intake.llm.replies import read_reply

__all__ = ["PROMPT", "Message", "Reply", "Task", "messages", "portions", "read_reply"]
