"""Shapes of hair for the faces: what lies behind the head, and what lies on it. `{hair}` is its colour."""

BEHIND = {
    "afro": '<circle cx="48" cy="36" r="28" fill="{hair}"/><circle cx="26" cy="48" r="12" fill="{hair}"/>'
    '<circle cx="70" cy="48" r="12" fill="{hair}"/>',
    "long": '<path d="M22 82c-4-20 0-40 4-48 5-12 14-17 22-17s17 5 22 17c4 8 8 28 4 48z" fill="{hair}"/>',
    "bob": '<path d="M22 62c-2-14-1-24 3-31 5-10 14-14 23-14s18 4 23 14c4 7 5 17 3 31-6 4-10 3-12 1H34c-2 2-6 3-12-1z" fill="{hair}"/>',
    "bun": '<circle cx="48" cy="14" r="10" fill="{hair}"/>',
    "plait": '<path d="M24 50c-3-22 8-34 24-34s27 12 24 34z" fill="{hair}"/>'
    '<path d="M68 50c8 6 8 14 4 20 4 6 2 12-3 14-6-3-7-9-4-14-5-6-4-13-1-18z" fill="{hair}"/>',
    "headwrap": '<path d="M24 40c-4-20 8-32 26-32 16 0 26 12 22 32z" fill="{hair}"/>',
}

IN_FRONT = {
    "afro": '<path d="M28 40c1-12 8-20 20-20s19 8 20 20c-4-7-10-11-20-11s-16 4-20 11z" fill="{hair}"/>',
    "short": '<path d="M27 42c-2-16 7-25 21-25s23 9 21 25c-2-6-4-9-7-11-7 2-19 2-26-1-4 3-7 6-9 12z" fill="{hair}"/>',
    "long": '<path d="M27 44c-1-17 8-26 21-26s22 9 21 26c-3-9-9-14-19-17-5 7-15 9-23 17z" fill="{hair}"/>',
    "curly": '<g fill="{hair}"><circle cx="31" cy="33" r="7.5"/><circle cx="37" cy="24" r="8"/><circle cx="48" cy="20" r="8.5"/>'
    '<circle cx="59" cy="24" r="8"/><circle cx="65" cy="33" r="7.5"/><circle cx="43" cy="27" r="6"/><circle cx="54" cy="27" r="6"/></g>',
    "bob": '<path d="M27 46c-2-18 7-28 21-28s23 10 21 28c-3-10-6-14-10-16-9 3-19 3-25 1-3 3-6 8-7 15z" fill="{hair}"/>',
    "bun": '<path d="M27 42c-1-15 8-24 21-24s22 9 21 24c-4-9-10-14-21-14s-17 5-21 14z" fill="{hair}"/>',
    "shaved": '<path d="M28 38c0-12 8-19 20-19s20 7 20 19c-3-7-9-11-20-11s-17 4-20 11z" fill="{hair}" opacity=".75"/>',
    "plait": '<path d="M27 43c-1-16 8-25 21-25s22 9 21 25c-3-7-8-12-13-15-8 6-19 9-29 15z" fill="{hair}"/>',
    "headwrap": '<path d="M26 38c0-16 9-25 22-25s22 9 22 25c-13-8-31-8-44 0z" fill="{hair}"/>'
    '<path d="M30 30c10-7 26-7 36 0M34 22c8-5 20-5 28 0" fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="2"/>'
    '<path d="M64 12c6-6 14-2 12 4s-10 6-14 2z" fill="{hair}"/>',
    "swept": '<path d="M27 42c-3-15 6-27 22-26 14-3 23 8 20 26-2-7-4-10-6-12-11 2-21-1-27-6-2 5-7 9-9 18z" fill="{hair}"/>',
    "balding": '<path d="M28 46c-3-8-2-15 2-20 0 6 0 12-2 20zM68 46c3-8 2-15-2-20 0 6 0 12 2 20z" fill="{hair}"/>',
}
