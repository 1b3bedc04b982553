"""Links to messages in Slack."""


def link_to(channel: str, ts: str, thread_ts: str = "") -> str:
    """A link to a message that Slack resolves in any workspace's app."""
    link = f"https://slack.com/archives/{channel}/p{ts.replace('.', '')}"
    return f"{link}?thread_ts={thread_ts}&cid={channel}" if thread_ts not in {"", ts} else link
