#!/usr/bin/env python3
"""Draws docs/screen.svg: the program as it looks on a terminal of 100 x 30 cells.

    cargo build && python3 docs/make-screenshot.py [KEYS [OUT.svg]]

Runs target/debug/tumorboard in a pseudo-terminal on a temporary copy of the samples, types KEYS, and
writes what the screen then shows. Python's standard library only. In KEYS, \\r is Enter and \\t is Tab.
"""

import codecs
import fcntl
import os
import pty
import re
import select
import shutil
import struct
import sys
import tempfile
import termios
import time
import unicodedata
from pathlib import Path
from xml.sax.saxutils import escape

COLUMNS, ROWS = 100, 30
HERE = Path(__file__).resolve().parent
PROGRAM = os.environ.get("TUMORBOARD", str(HERE.parent / "target/debug/tumorboard"))
# The first case of the next meeting, its imaging.
KEYS = "\\r3"
NOW = "2026-11-26T13:34:00+07:00"

CELL_WIDTH, CELL_HEIGHT, FONT_SIZE, MARGIN = 8.4, 18, 14, 12
FOREGROUND, BACKGROUND = "#d8dee4", "#101418"
PALETTE = [
    "#1c2128", "#f47067", "#57ab5a", "#daaa3f", "#6cb6ff", "#c78be8", "#56c2c8", "#c5ccd3",
    "#7d8790", "#ff938a", "#6bc46d", "#eac55f", "#96d0ff", "#dcbdfb", "#8be0e5", "#ffffff",
]


class Look:
    """Colours and weight of a cell; never changed once a cell has it."""

    __slots__ = ("ink", "paper", "bold", "faint", "italic", "underline", "reverse")

    def __init__(self, other=None):
        for name in self.__slots__:
            setattr(self, name, getattr(other, name) if other else None)

    def colours(self):
        ink, paper = self.ink or FOREGROUND, self.paper or BACKGROUND
        return (paper, ink) if self.reverse else (ink, paper)

    def key(self):
        return tuple(getattr(self, name) for name in self.__slots__)


def indexed(number):
    if number < 16:
        return PALETTE[number]
    if number > 231:
        level = 8 + (number - 232) * 10
        return f"#{level:02x}{level:02x}{level:02x}"
    steps = (0, 95, 135, 175, 215, 255)
    red, rest = divmod(number - 16, 36)
    green, blue = divmod(rest, 6)
    return f"#{steps[red]:02x}{steps[green]:02x}{steps[blue]:02x}"


def width(character):
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class Screen:
    """As much of a terminal as the program uses: cursor moves, colours, clearing, the alternate screen."""

    SEQUENCE = re.compile(
        r"\x1b(?:\[([?>=<]?)([0-9;:]*)([ -/]*)([@-~])|\][^\x07\x1b]*(?:\x07|\x1b\\)|P.*?\x1b\\|[()][A-Z0-9]|[78=>cMDE])", re.S
    )

    def __init__(self):
        self.look = Look()
        self.row = self.column = 0
        self.cursor_shown = True
        self.rest = ""
        self.clear()

    def clear(self):
        self.cells = [[(" ", Look()) for _ in range(COLUMNS)] for _ in range(ROWS)]

    def feed(self, text):
        text, at = self.rest + text, 0
        self.rest = ""
        while at < len(text):
            character = text[at]
            if character == "\x1b":
                found = self.SEQUENCE.match(text, at)
                if not found:
                    self.rest = text[at:]
                    return
                if found.group(4):
                    self.control(found.group(1), found.group(2), found.group(4))
                at = found.end()
                continue
            at += 1
            if character == "\r":
                self.column = 0
            elif character == "\n":
                self.row = min(self.row + 1, ROWS - 1)
            elif character == "\b":
                self.column = max(self.column - 1, 0)
            elif character >= " ":
                self.put(character)

    def put(self, character):
        cells = width(character)
        if cells == 0:
            if self.column > 0:
                before = self.column - 1
                while before > 0 and self.cells[self.row][before][0] == "":
                    before -= 1
                old, look = self.cells[self.row][before]
                self.cells[self.row][before] = (old + character, look)
            return
        if self.column + cells > COLUMNS:
            self.column, self.row = 0, min(self.row + 1, ROWS - 1)
        for half in range(self.column, self.column + cells):
            self.part(half)
        self.cells[self.row][self.column] = (character, self.look)
        if cells == 2:
            self.cells[self.row][self.column + 1] = ("", self.look)
        self.column += cells

    def part(self, column):
        """Half of a wide character that is about to go takes the other half with it."""
        row = self.cells[self.row]
        if row[column][0] == "" and column > 0:
            row[column - 1] = (" ", row[column - 1][1])
        if column + 1 < COLUMNS and row[column + 1][0] == "":
            row[column + 1] = (" ", row[column + 1][1])

    def control(self, private, parameters, final):
        numbers = [int(one) if one else 0 for one in re.split("[;:]", parameters)]
        first = max(numbers[0], 1)
        if final == "m" and not private:
            self.sgr(numbers)
        elif final in "Hf":
            column = numbers[1] if len(numbers) > 1 else 1
            self.row, self.column = min(first, ROWS) - 1, min(max(column, 1), COLUMNS) - 1
        elif final == "A":
            self.row = max(self.row - first, 0)
        elif final == "B":
            self.row = min(self.row + first, ROWS - 1)
        elif final == "C":
            self.column = min(self.column + first, COLUMNS - 1)
        elif final == "D":
            self.column = max(self.column - first, 0)
        elif final == "G":
            self.column = min(first, COLUMNS) - 1
        elif final == "d":
            self.row = min(first, ROWS) - 1
        elif final == "J":
            if numbers[0] >= 2:
                self.clear()
            else:
                self.erase(self.row, self.column, COLUMNS)
                for row in range(self.row + 1, ROWS):
                    self.erase(row, 0, COLUMNS)
        elif final == "K":
            start, end = [(self.column, COLUMNS), (0, self.column + 1), (0, COLUMNS)][min(numbers[0], 2)]
            self.erase(self.row, start, end)
        elif final in "hl" and private == "?":
            if 1049 in numbers:
                self.clear()
            if 25 in numbers:
                self.cursor_shown = final == "h"

    def erase(self, row, start, end):
        for column in range(start, end):
            self.cells[row][column] = (" ", self.look)

    def sgr(self, numbers):
        look, rest = Look(self.look), list(numbers)
        while rest:
            number = rest.pop(0)
            if number == 0:
                look = Look()
            elif number in (38, 48) and rest:
                kind = rest.pop(0)
                if kind == 5:
                    colour = indexed(rest.pop(0))
                else:
                    red, green, blue = rest[:3]
                    rest = rest[3:]
                    colour = f"#{red:02x}{green:02x}{blue:02x}"
                setattr(look, "ink" if number == 38 else "paper", colour)
            elif number in (1, 2, 3, 4, 7):
                setattr(look, {1: "bold", 2: "faint", 3: "italic", 4: "underline", 7: "reverse"}[number], True)
            elif number == 22:
                look.bold = look.faint = None
            elif number in (23, 24, 27):
                setattr(look, {23: "italic", 24: "underline", 27: "reverse"}[number], None)
            elif number == 39:
                look.ink = None
            elif number == 49:
                look.paper = None
            else:
                for base, shift, which in ((30, 0, "ink"), (40, 0, "paper"), (90, 8, "ink"), (100, 8, "paper")):
                    if base <= number < base + 8:
                        setattr(look, which, PALETTE[number - base + shift])
        self.look = look

    def text(self):
        return "\n".join("".join(character for character, _ in row).rstrip() for row in self.cells)


def run(keys):
    if not os.access(PROGRAM, os.X_OK):
        sys.exit(f"{PROGRAM} is not there: run `cargo build` first, or name the program in TUMORBOARD")
    with tempfile.TemporaryDirectory() as scratch:
        workspace = Path(scratch, "cases")
        shutil.copytree(HERE.parent / "cases", workspace, ignore=shutil.ignore_patterns("records", "*.py"))
        child, master = pty.fork()
        if child == 0:
            home = {"HOME": scratch, "PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8"}
            more = {"COLORTERM": "truecolor", "TUMORBOARD_NOW": NOW, "TUMORBOARD_LANG": "en"}
            os.execvpe(PROGRAM, [PROGRAM, "--workspace", str(workspace)], {**home, **more})
        fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        screen, decoder = Screen(), codecs.getincrementaldecoder("utf-8")("replace")

        def settle(seconds):
            quiet = time.monotonic() + seconds
            while time.monotonic() < quiet:
                if select.select([master], [], [], 0.05)[0]:
                    try:
                        data = os.read(master, 65536)
                    except OSError:
                        return
                    if not data:
                        return
                    screen.feed(decoder.decode(data))
                    quiet = time.monotonic() + seconds

        settle(1.5)
        typed = codecs.decode(keys.encode("latin-1", "backslashreplace"), "unicode_escape")
        for key in re.findall(r"\x1bO.|\x1b\[[0-9;]*[@-~]|.", typed, re.S):
            os.write(master, key.encode())
            settle(0.4)
        settle(1)
        picture = (screen.text(), svg(screen))
        os.kill(child, 15)
        os.waitpid(child, 0)
        os.close(master)
        return picture


def drawn(character, x, y, ink):
    """Block and line characters as shapes, so that neighbours touch whatever the font is; else None."""
    w, h = CELL_WIDTH, CELL_HEIGHT
    if character in "▀▄█▌▐":
        left, top, wide, high = {
            "▀": (0, 0, w, h / 2), "▄": (0, h / 2, w, h / 2), "█": (0, 0, w, h), "▌": (0, 0, w / 2, h), "▐": (w / 2, 0, w / 2, h),
        }[character]
        return f'<rect x="{x + left:.1f}" y="{y + top:.1f}" width="{wide:.1f}" height="{high:.1f}" fill="{ink}"/>'
    # Which of right, left, down, up a line character reaches.
    reach = {"─": "rl", "│": "du", "┌": "rd", "┐": "ld", "└": "ru", "┘": "lu", "├": "rdu", "┤": "ldu", "┬": "rld", "┴": "rlu",
             "┼": "rldu", "━": "rl", "╭": "rd", "╮": "ld", "╰": "ru", "╯": "lu"}.get(character)
    if not reach:
        return None
    ends = {"r": (w, h / 2), "l": (0, h / 2), "d": (w / 2, h), "u": (w / 2, 0)}
    lines = (f"M{x + w / 2:.1f} {y + h / 2:.1f}L{x + ends[way][0]:.1f} {y + ends[way][1]:.1f}" for way in reach)
    return f'<path d="{"".join(lines)}" stroke="{ink}" stroke-width="{2 if character == "━" else 1}"/>'


def svg(screen):
    wide = COLUMNS * CELL_WIDTH + 2 * MARGIN
    high = ROWS * CELL_HEIGHT + 2 * MARGIN
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:.0f}" height="{high}" viewBox="0 0 {wide:.0f} {high}" '
        f'role="img" aria-label="tumorboard in a terminal" '
        f'font-family="ui-monospace, \'DejaVu Sans Mono\', Menlo, Consolas, \'Noto Sans Mono CJK SC\', monospace" font-size="{FONT_SIZE}">',
        f'<rect width="100%" height="100%" rx="8" fill="{BACKGROUND}"/>',
    ]
    shapes, texts = [], []
    for number, row in enumerate(screen.cells):
        y = MARGIN + number * CELL_HEIGHT
        column = 0
        while column < COLUMNS:
            # One run: neighbouring cells that look alike.
            look, start, letters = row[column][1], column, []
            while column < COLUMNS and row[column][1].key() == look.key():
                letters.append((column, row[column][0]))
                column += 1
            ink, paper = look.colours()
            x = MARGIN + start * CELL_WIDTH
            if paper != BACKGROUND:
                shapes.append(
                    f'<rect x="{x:.1f}" y="{y}" width="{(column - start) * CELL_WIDTH:.1f}" height="{CELL_HEIGHT}" fill="{paper}"/>'
                )
            style = f' fill="{ink}"'
            style += ' font-weight="bold"' if look.bold else ""
            style += ' font-style="italic"' if look.italic else ""
            style += ' text-decoration="underline"' if look.underline else ""
            style += ' opacity="0.65"' if look.faint else ""
            words = split_words(letters)
            for at, word in words:
                left = MARGIN + at * CELL_WIDTH
                shape = drawn(word, left, y, ink) if len(word) == 1 else None
                if shape:
                    shapes.append(shape)
                    continue
                cells = sum(width(character) for character in word)
                texts.append(
                    f'<text x="{left:.1f}" y="{y + 13.5:.1f}" textLength="{cells * CELL_WIDTH:.1f}"'
                    f' lengthAdjust="spacingAndGlyphs"{style}>{escape(word)}</text>'
                )
    return "\n".join(out + shapes + texts + ["</svg>", ""])


def split_words(letters):
    """Words by the column in which they begin; a shape is a word of its own."""
    words, word, start = [], "", 0
    for column, character in letters + [(COLUMNS, " ")]:
        shape = len(character) == 1 and drawn(character, 0, 0, "") is not None
        if character == " " or shape:
            if word:
                words.append((start, word))
            word = ""
            if shape:
                words.append((column, character))
        else:
            if not word:
                start = column
            word += character
    return words


def main():
    keys = sys.argv[1] if len(sys.argv) > 1 else KEYS
    target = Path(sys.argv[2]) if len(sys.argv) > 2 else HERE / "screen.svg"
    text, picture = run(keys)
    target.write_text(picture, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
