#!/usr/bin/env python3
"""Draw the synthetic key images of the sample cases.

No picture here comes from a person: every one is drawn from ellipses and lines, and carries the
word SYNTHETIC. Standard library only; the same input gives the same bytes. Run it from anywhere:

    python3 cases/make-images.py
"""
import math
import os
import struct
import zlib

W = H = 256
HERE = os.path.dirname(os.path.abspath(__file__))

FONT = {  # 5 x 7, one string of bits for each row
    "A": "01110 10001 10001 11111 10001 10001 10001", "B": "11110 10001 10001 11110 10001 10001 11110",
    "C": "01110 10001 10000 10000 10000 10001 01110", "D": "11110 10001 10001 10001 10001 10001 11110",
    "E": "11111 10000 10000 11110 10000 10000 11111", "F": "11111 10000 10000 11110 10000 10000 10000",
    "G": "01110 10001 10000 10111 10001 10001 01111", "H": "10001 10001 10001 11111 10001 10001 10001",
    "I": "01110 00100 00100 00100 00100 00100 01110", "J": "00111 00010 00010 00010 00010 10010 01100",
    "K": "10001 10010 10100 11000 10100 10010 10001", "L": "10000 10000 10000 10000 10000 10000 11111",
    "M": "10001 11011 10101 10101 10001 10001 10001", "N": "10001 11001 10101 10011 10001 10001 10001",
    "O": "01110 10001 10001 10001 10001 10001 01110", "P": "11110 10001 10001 11110 10000 10000 10000",
    "Q": "01110 10001 10001 10001 10101 10010 01101", "R": "11110 10001 10001 11110 10100 10010 10001",
    "S": "01111 10000 10000 01110 00001 00001 11110", "T": "11111 00100 00100 00100 00100 00100 00100",
    "U": "10001 10001 10001 10001 10001 10001 01110", "V": "10001 10001 10001 10001 10001 01010 00100",
    "W": "10001 10001 10001 10101 10101 11011 10001", "X": "10001 10001 01010 00100 01010 10001 10001",
    "Y": "10001 10001 01010 00100 00100 00100 00100", "Z": "11111 00001 00010 00100 01000 10000 11111",
    "0": "01110 10001 10011 10101 11001 10001 01110", "1": "00100 01100 00100 00100 00100 00100 01110",
    "2": "01110 10001 00001 00110 01000 10000 11111", "3": "11110 00001 00001 01110 00001 00001 11110",
    "4": "00010 00110 01010 10010 11111 00010 00010", "5": "11111 10000 11110 00001 00001 10001 01110",
    "6": "00110 01000 10000 11110 10001 10001 01110", "7": "11111 00001 00010 00100 01000 01000 01000",
    "8": "01110 10001 10001 01110 10001 10001 01110", "9": "01110 10001 10001 01111 00001 00010 01100",
    "-": "00000 00000 00000 11111 00000 00000 00000", "+": "00000 00100 00100 11111 00100 00100 00000",
    ".": "00000 00000 00000 00000 00000 01100 01100", "/": "00001 00010 00010 00100 01000 01000 10000",
}


def hash01(x, y, seed):
    """A number from 0 to 1 that depends on the place only."""
    n = (x * 374761393 + y * 668265263 + seed * 2246822519) & 0xFFFFFFFF
    n = ((n ^ (n >> 13)) * 1274126177) & 0xFFFFFFFF
    return ((n ^ (n >> 16)) & 0xFFFF) / 65535.0


class Picture:
    """A canvas of one (grey) or three (colour) channels; later shapes cover earlier ones."""

    def __init__(self, seed, colour=False):
        self.seed = seed
        self.n = 3 if colour else 1
        self.px = [[0.0] * (W * self.n) for _ in range(H)]

    def blend(self, x, y, value, alpha):
        if alpha <= 0 or not (0 <= x < W and 0 <= y < H):
            return
        row, v = self.px[y], value if isinstance(value, tuple) else (value,) * self.n
        for c in range(self.n):
            i = x * self.n + c
            row[i] += (v[c] - row[i]) * min(alpha, 1.0)

    def blob(self, cx, cy, rx, ry, value, turn=0.0, power=2.0, soft=1.5, lumpy=0.0, grain=0.0, alpha=1.0):
        """A filled (super-)ellipse; `lumpy` makes the border irregular, `grain` the inside uneven."""
        reach = int(max(rx, ry) * (1.25 + lumpy) + soft + 2)
        cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        for y in range(max(0, int(cy) - reach), min(H, int(cy) + reach + 1)):
            for x in range(max(0, int(cx) - reach), min(W, int(cx) + reach + 1)):
                dx, dy = x - cx, y - cy
                u, v = (dx * cos + dy * sin) / rx, (dy * cos - dx * sin) / ry
                r = (abs(u) ** power + abs(v) ** power) ** (1.0 / power)
                if lumpy:
                    a = math.atan2(v, u)
                    r /= 1 + lumpy * (0.6 * math.sin(3 * a + self.seed) + 0.4 * math.sin(7 * a + 2 * self.seed))
                cover = (1 - r) * min(rx, ry) / soft + 0.5
                if cover > 0:
                    shade = value
                    if grain:
                        shade = value + grain * (hash01(x // 3, y // 3, self.seed + 7) - 0.5)
                    self.blend(x, y, shade, min(cover, 1.0) * alpha)

    def ring(self, cx, cy, rx, ry, value, inside, wide, **more):
        self.blob(cx, cy, rx, ry, value, **more)
        self.blob(cx, cy, rx - wide, ry - wide, inside, **more)

    def stroke(self, points, wide, value, alpha=1.0):
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            steps = max(1, int(max(abs(x1 - x0), abs(y1 - y0))))
            for i in range(steps + 1):
                t = i / steps
                self.blob(x0 + (x1 - x0) * t, y0 + (y1 - y0) * t, wide, wide, value, soft=1.0, alpha=alpha)

    def arrow(self, x, y, dx, dy, length=26):
        """A white arrow whose tip is at x, y and which comes from the direction dx, dy."""
        size = math.hypot(dx, dy)
        dx, dy = dx / size, dy / size
        white = (255, 255, 255) if self.n == 3 else 255
        self.stroke([(x + dx * 8, y + dy * 8), (x + dx * length, y + dy * length)], 2.2, white)
        for i in range(0, 13):
            half = i * 0.6
            px, py = x + dx * i, y + dy * i
            self.stroke([(px - dy * half, py + dx * half), (px + dy * half, py - dx * half)], 0.9, white)

    def noise(self, amount):
        for y in range(H):
            row = self.px[y]
            for x in range(W):
                d = (hash01(x // 2, y // 2, self.seed) - 0.5) * amount
                for c in range(self.n):
                    i = x * self.n + c
                    if row[i] > 6:
                        row[i] += d

    def text(self, x, y, words, scale, value=255):
        for ch in words:
            for j, bits in enumerate(FONT.get(ch, "").split()):
                for i, bit in enumerate(bits):
                    if bit == "1":
                        for yy in range(y + j * scale, y + (j + 1) * scale):
                            for xx in range(x + i * scale, x + (i + 1) * scale):
                                self.blend(xx, yy, value, 1.0)
            x += 6 * scale

    def label(self, words, sides=True):
        """SYNTHETIC above, what it is below, and R/L as the reader sees the patient."""
        for y in list(range(0, 34)) + list(range(236, H)):
            for x in range(W):
                self.blend(x, y, 0, 1.0)
        self.text(22, 3, "SYNTHETIC", 4)
        self.text((W - len(words) * 12 + 2) // 2, 239, words, 2, 220)
        if sides:
            self.text(6, 128, "R", 2, 220)
            self.text(240, 128, "L", 2, 220)

    def save(self, where):
        raw = bytearray()
        for row in self.px:
            raw.append(0)
            raw.extend(max(0, min(255, int(v / 3 + 0.5) * 3)) for v in row)
        def chunk(kind, data):
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        head = struct.pack(">IIBBBBB", W, H, 8, 2 if self.n == 3 else 0, 0, 0, 0)
        data = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"tEXt", b"Comment\0synthetic drawing, no patient")
                + chunk(b"IDAT", zlib.compress(bytes(raw), 9)) + chunk(b"IEND", b""))
        path = os.path.join(HERE, where)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(data)
        print(f"{len(data):6d}  {where}")


# The pieces of anatomy that several pictures share -------------------------------------------------

def spine(p, cx=128, cy=196, bone=215, canal=25):
    p.blob(cx, cy + 22, 7, 14, bone)
    p.blob(cx - 20, cy + 15, 15, 4, bone, turn=-20)
    p.blob(cx + 20, cy + 15, 15, 4, bone, turn=20)
    p.blob(cx, cy, 18, 14, bone)
    p.blob(cx, cy, 13, 9, bone - 45)
    p.blob(cx, cy + 17, 7, 5, canal)


def abdomen(p, liver=True, spleen=True, kidneys=True):
    p.blob(128, 136, 118, 95, 55, power=2.5)
    p.blob(128, 136, 108, 85, 95, power=2.4)
    p.blob(128, 132, 100, 76, 38, power=2.3)
    for side in (-1, 1):
        p.blob(128 + side * 34, 210, 24, 10, 95)
        for i in range(4):
            a = math.radians(200 - i * 32 if side < 0 else -20 + i * 32)
            p.blob(128 + 104 * math.cos(a), 134 + 80 * math.sin(a), 8, 3, 205, turn=math.degrees(a) + 90)
    if kidneys:
        for x, turn in ((76, 15), (182, -15)):
            p.blob(x, 186, 19, 15, 165, turn=turn)
            p.blob(x + (7 if x < 128 else -7), 184, 8, 6, 60)
    if liver:
        p.blob(80, 126, 58, 62, 118, power=2.3, grain=14)
        p.blob(130, 100, 44, 26, 118, turn=12, grain=14)
    if spleen:
        p.blob(206, 150, 17, 36, 138, turn=-12, grain=10)
    spine(p)


def thorax(p, lung=14, soft=105):
    p.blob(128, 136, 119, 90, 55, power=2.5)
    p.blob(128, 136, 110, 81, soft, power=2.4)
    p.blob(72, 134, 45, 66, lung, turn=6)
    p.blob(184, 134, 45, 66, lung, turn=-6)
    p.blob(128, 112, 29, 54, soft)
    for side in (-1, 1):
        for i in range(6):
            a = math.radians(90 + side * (32 + i * 22))
            p.blob(128 + 105 * math.cos(a), 135 + 76 * math.sin(a), 9, 3.2, 215, turn=math.degrees(a) + 90)
    spine(p, cy=192)
    p.blob(128, 60, 14, 4, 205)


def lung_vessels(p, value, seed=3):
    for i in range(26):
        side = -1 if i % 2 else 1
        r, a = 12 + 26 * hash01(i, 1, seed), math.tau * hash01(i, 2, seed)
        p.blob(128 + side * 56 + r * math.cos(a), 134 + r * 1.6 * math.sin(a), 1.8, 1.8, value)


# The pictures --------------------------------------------------------------------------------------

def ct_arterial():
    p = Picture(7)
    abdomen(p)
    p.blob(176, 104, 30, 20, 60, turn=-20)
    p.blob(142, 168, 9, 9, 250)
    p.blob(106, 166, 10, 7, 105)
    p.ring(62, 152, 21, 19, 235, 205, 5, lumpy=0.05)
    p.blob(60, 156, 7, 6, 110, soft=3)
    p.blob(84, 98, 14, 13, 245, lumpy=0.05)
    p.label("CT LIVER ARTERIAL")
    p.noise(12)
    return p


def mr_nasopharynx():
    p = Picture(8)
    p.blob(128, 136, 88, 99, 165)
    p.blob(128, 136, 82, 93, 62)
    p.blob(128, 196, 56, 34, 95, grain=12)
    p.blob(128, 168, 16, 13, 112)
    p.blob(104, 192, 20, 24, 100, turn=-20, grain=16)
    p.blob(152, 192, 20, 24, 100, turn=20, grain=16)
    for side in (-1, 1):
        p.blob(128 + side * 38, 84, 21, 23, 10)
        p.ring(128 + side * 60, 128, 9, 25, 30, 120, 3, turn=side * -8)
        p.blob(128 + side * 41, 124, 10, 17, 108)
        p.blob(128 + side * 42, 153, 5, 5, 15)
    p.blob(128, 78, 13, 34, 95)
    p.blob(128, 78, 2, 32, 130)
    p.blob(118, 76, 4, 28, 12)
    p.blob(138, 76, 4, 28, 12)
    p.blob(128, 119, 17, 9, 18)
    p.blob(128, 143, 26, 10, 130)
    p.blob(109, 129, 23, 19, 246, lumpy=0.12)
    p.blob(146, 132, 6, 8, 125)
    p.label("MR T1 FS NASOPHARYNX")
    p.noise(12)
    return p


def chest_ct(seed):
    p = Picture(seed)
    thorax(p, soft=110)
    lung_vessels(p, 150)
    p.blob(130, 108, 27, 46, 118)
    p.blob(112, 92, 10, 12, 190)
    p.blob(136, 84, 14, 12, 200)
    p.blob(150, 166, 11, 11, 200)
    p.blob(122, 118, 9, 8, 10)
    return p


def ct_chest():
    p = chest_ct(9)
    p.blob(68, 98, 23, 21, 240, lumpy=0.14)
    for a in range(0, 360, 40):
        r = math.radians(a)
        p.stroke([(68 + 19 * math.cos(r), 98 + 18 * math.sin(r)), (68 + 31 * math.cos(r), 98 + 30 * math.sin(r))], 1.0, 190)
    p.blob(105, 118, 7, 7, 160)
    p.label("CT CHEST R UPPER LOBE")
    p.noise(10)
    return p


def pet_ct_chest():
    base = chest_ct(9)
    p = Picture(29, colour=True)
    for y in range(H):
        for x in range(W):
            g = base.px[y][x] * 0.55
            p.px[y][3 * x:3 * x + 3] = [g, g, g * 1.15]
    def hot(cx, cy, r, peak):
        for y in range(int(cy - 2 * r), int(cy + 2 * r) + 1):
            for x in range(int(cx - 2 * r), int(cx + 2 * r) + 1):
                t = peak * math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (r * r) * 0.9)
                rgb = (min(255, 60 + 420 * t), min(255, max(0, 420 * t - 110)), max(0, min(255, 600 * t - 420)))
                p.blend(x, y, rgb, min(1.0, t * 2.2))
    hot(150, 128, 26, 0.33)
    hot(68, 98, 25, 1.0)
    hot(106, 118, 11, 0.85)
    p.label("PET-CT CHEST FDG")
    p.noise(8)
    return p


def ct_stomach():
    p = Picture(10)
    abdomen(p)
    p.blob(176, 104, 42, 30, 130, turn=-20)
    p.blob(178, 106, 34, 22, 28, turn=-20)
    p.blob(182, 96, 24, 8, 5, turn=-20)
    p.blob(143, 116, 28, 16, 130, turn=25)
    p.blob(146, 112, 18, 7, 28, turn=25)
    p.blob(146, 128, 24, 12, 244, turn=18, lumpy=0.12)
    p.blob(136, 152, 5, 5, 170)
    p.blob(142, 168, 9, 9, 215)
    p.blob(106, 166, 10, 7, 185)
    p.label("CT STOMACH PORTAL")
    p.noise(12)
    return p


def ct_liver():
    p = Picture(11)
    abdomen(p)
    p.blob(176, 104, 30, 20, 60, turn=-20)
    p.blob(142, 168, 9, 9, 195)
    p.blob(106, 166, 10, 7, 175)
    for points in ([(112, 140), (92, 128), (70, 112)], [(92, 128), (84, 108)], [(112, 140), (128, 112)]):
        p.stroke(points, 3.2, 175)
    p.ring(52, 158, 20, 18, 248, 45, 7, lumpy=0.06)
    p.label("CT LIVER PORTAL S6")
    p.noise(12)
    return p


def breast(p, left):
    """A breast in oblique view, the chest wall at the left edge for a left breast."""
    m = (lambda x: x) if left else (lambda x: W - x)
    p.blob(m(-10), 140, 190, 98, 48, power=2.0)
    p.blob(m(-10), 140, 183, 92, 70, power=2.0)
    for i in range(60):
        r, a = hash01(i, 5, p.seed), math.tau * hash01(i, 6, p.seed)
        p.blob(m(84 + 68 * r * math.cos(a)), 142 + 54 * r * math.sin(a), 6 + 12 * hash01(i, 7, p.seed),
               2 + 4 * hash01(i, 8, p.seed), 112, turn=(1 if left else -1) * 40 * (hash01(i, 9, p.seed) - 0.5), soft=4, alpha=0.7)
    p.blob(m(182), 140, 7, 6, 120)
    for y in range(34, 150):
        edge = int(58 * (1 - (y - 34) / 116.0))
        for x in range(edge):
            p.blend(x if left else W - 1 - x, y, 150, min(1.0, (edge - x) / 3.0))
    return m


def mammography_left():
    p = Picture(12)
    m = breast(p, True)
    p.blob(m(104), 108, 32, 19, 150, turn=20, soft=8, alpha=0.8)
    for i in range(34):
        r, a = math.sqrt(hash01(i, 1, 12)), math.tau * hash01(i, 2, 12)
        x, y = 30 * r * math.cos(a), 16 * r * math.sin(a)
        p.blob(m(104 + x * 0.94 - y * 0.34), 108 + x * 0.34 + y * 0.94, 2.6, 2.2, 255, soft=1)
    p.ring(84, 66, 7, 5, 190, 140, 2)
    p.label("MAMMOGRAPHY LEFT MLO", sides=False)
    p.noise(10)
    return p


def mammography():
    p = Picture(20)
    m = breast(p, False)
    x, y = m(108), 104
    for i, a in enumerate(range(0, 360, 24)):
        r = math.radians(a)
        far = 30 + 10 * (i % 3)
        p.stroke([(x, y), (x + far * math.cos(r), y + far * math.sin(r))], 1.3, 205)
    p.blob(x, y, 19, 17, 252, lumpy=0.12)
    p.label("MAMMOGRAPHY RIGHT MLO", sides=False)
    p.noise(10)
    return p


def mr_pelvis():
    p = Picture(13)
    p.blob(128, 136, 119, 92, 175, power=2.5)
    p.blob(128, 136, 104, 76, 60, power=2.4)
    for side in (-1, 1):
        p.blob(128 + side * 76, 132, 26, 28, 28)
        p.blob(128 + side * 73, 132, 21, 23, 150)
        p.blob(128 + side * 52, 168, 12, 26, 42, turn=side * 25)
        p.blob(128 + side * 46, 208, 34, 12, 45, turn=side * -12)
    p.blob(128, 136, 42, 62, 120)
    p.blob(128, 86, 34, 17, 165, power=2.4)
    p.blob(128, 132, 39, 29, 35)
    p.blob(122, 132, 33, 23, 246, lumpy=0.10)
    p.blob(94, 140, 12, 8, 240, lumpy=0.2)
    p.ring(128, 182, 19, 15, 50, 110, 5)
    p.blob(128, 182, 7, 5, 12)
    p.blob(128, 214, 30, 9, 135)
    p.label("MR PELVIS T2 CERVIX")
    p.noise(12)
    return p


def ct_oesophagus():
    p = Picture(14)
    thorax(p, soft=108)
    p.blob(134, 92, 38, 38, 150)
    p.blob(122, 84, 16, 18, 190)
    p.blob(150, 90, 18, 20, 185)
    p.blob(106, 128, 10, 8, 8)
    p.blob(152, 128, 11, 7, 8)
    p.blob(154, 166, 12, 12, 205)
    p.blob(130, 150, 22, 18, 246, lumpy=0.06)
    p.blob(131, 150, 6, 4, 5)
    p.label("CT OESOPHAGUS")
    p.noise(12)
    return p


def us_neck():
    p = Picture(15)
    ax, ay = 128.0, -60.0
    for y in range(34, 236):
        for x in range(W):
            r, a = math.hypot(x - ax, y - ay), math.degrees(math.atan2(x - ax, y - ay))
            if not (106 < r < 292 and abs(a) < 27):
                continue
            depth = r - 106
            speckle = hash01(int(r / 2.0), int(a * 2.2), 15)
            v = 62 + 40 * speckle
            if depth < 10:
                v = 190
            elif depth < 30:
                v = 70 + 60 * (math.sin(depth * 0.9 + a * 0.05) > 0.3)
            elif depth > 150:
                v = 36 + 26 * speckle
            p.blend(x, y, v, 1.0)
    p.blob(124, 132, 68, 38, 150, turn=4, grain=44)
    p.ring(112, 132, 32, 25, 255, 18, 4, lumpy=0.07)
    for i in range(11):
        r, a = math.sqrt(hash01(i, 3, 15)), math.tau * hash01(i, 4, 15)
        p.blob(112 + 20 * r * math.cos(a), 132 + 14 * r * math.sin(a), 2.4, 2.0, 255, soft=1)
    p.stroke([(70, 196), (110, 202), (150, 201), (186, 194)], 2.5, 190)
    p.label("US THYROID RIGHT LOBE", sides=False)
    return p


def mr_prostate():
    p = Picture(16)
    p.blob(128, 136, 116, 92, 120, power=2.5)
    p.blob(128, 136, 106, 82, 70, power=2.4)
    for side in (-1, 1):
        p.blob(128 + side * 78, 112, 27, 44, 40, turn=side * -12)
        p.blob(128 + side * 66, 168, 13, 34, 45, turn=side * 20)
    p.blob(128, 70, 34, 16, 45)
    p.blob(128, 138, 55, 48, 15, power=2.2)
    p.blob(128, 138, 51, 44, 245, power=2.2)
    p.blob(128, 122, 37, 29, 110, grain=60)
    p.blob(128, 116, 4, 6, 215)
    p.blob(160, 165, 19, 13, 20, turn=-32, lumpy=0.12)
    p.ring(128, 206, 22, 15, 130, 12, 5)
    p.arrow(164, 168, 1, 0.75, 46)
    p.label("MR PROSTATE T2")
    p.noise(12)
    return p


def ct_pancreas():
    p = Picture(17)
    abdomen(p)
    p.blob(186, 104, 28, 22, 55, turn=-20)
    p.stroke([(108, 146), (130, 128), (158, 124), (186, 132)], 9, 175)
    p.blob(106, 150, 27, 23, 225)
    p.blob(108, 152, 19, 15, 35, lumpy=0.1)
    p.ring(74, 158, 10, 17, 130, 30, 4)
    p.blob(142, 172, 9, 8, 250)
    p.blob(108, 176, 10, 6, 180)
    p.blob(135, 151, 7, 7, 255)
    p.blob(120, 134, 9, 8, 200)
    p.ring(92, 138, 5, 5, 255, 10, 2.5)
    p.arrow(106, 156, -1, 0.9, 52)
    p.label("CT PANCREAS HEAD SMA")
    p.noise(10)
    return p


def ct_nodule():
    p = Picture(18)
    thorax(p, lung=32, soft=150)
    lung_vessels(p, 120, seed=8)
    p.blob(132, 112, 30, 48, 155)
    p.blob(122, 108, 9, 8, 12)
    p.blob(192, 104, 19, 17, 120, lumpy=0.12, soft=4)
    p.blob(194, 105, 10, 9, 255, lumpy=0.1)
    p.stroke([(206, 100), (222, 92)], 1.2, 150)
    p.stroke([(200, 118), (208, 134)], 1.2, 150)
    p.label("CT CHEST LOW DOSE")
    p.noise(14)
    return p


PICTURES = [
    ("tb-2026-0007", "ct-arterial", ct_arterial), ("tb-2026-0008", "mr-nasopharynx", mr_nasopharynx),
    ("tb-2026-0009", "pet-ct-chest", pet_ct_chest), ("tb-2026-0009", "ct-chest", ct_chest),
    ("tb-2026-0010", "ct-stomach", ct_stomach), ("tb-2026-0011", "ct-liver", ct_liver),
    ("tb-2026-0012", "mammography-left", mammography_left), ("tb-2026-0013", "mr-pelvis", mr_pelvis),
    ("tb-2026-0014", "ct-oesophagus", ct_oesophagus), ("tb-2026-0015", "us-neck", us_neck),
    ("tb-2026-0016", "mr-prostate", mr_prostate), ("tb-2026-0017", "ct-pancreas", ct_pancreas),
    ("tb-2026-0018", "ct-nodule", ct_nodule), ("tb-2026-0020", "mammography", mammography),
]

if __name__ == "__main__":
    for case, name, draw in PICTURES:
        draw().save(os.path.join(case, "attachments", name + ".png"))
