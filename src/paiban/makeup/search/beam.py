from __future__ import annotations
from dataclasses import replace
from itertools import permutations
from paiban.makeup.search.problem import Rect
def beam(sky, width, per_parent=8, wide=4, endgame=6):
    states = [sky.start()]
    finished = []
    built = 0; gen = 0
    level = 0
    while states:
        level += 1
        left = states[0].remaining.bit_count()
        w = width*wide if left <= endgame else width
        out = []
        for st in states:
            mine = []
            sky.moves(st, mine)
            gen += len(mine)
            if left > endgame:
                mine.sort(key=key)
                del mine[per_parent*4:]
            out += mine
        out.sort(key=key)
        states = []
        seen = {}
        kids = {}
        for mv in out:
            p = id(mv[1])
            if left > endgame and kids.get(p, 0) >= per_parent: continue
            n = sky.build(mv); built += 1
            if n is None: continue
            if sky.done(n): finished.append(n); continue
            sig = (tuple((g.columns, round(n.nat[g.seam])) for g in n.segments), n.remaining if level < 4 else n.w2)
            if seen.get(sig, 0) >= 2: continue
            seen[sig] = seen.get(sig, 0) + 1
            kids[p] = kids.get(p, 0) + 1
            states.append(n)
            if len(states) >= w: break
    return finished, gen, built

def key(m): return m[0]

def adverts_laid(problem):
    """problems with adverts at the foot"""
    ads = [i for i, b in enumerate(problem.blocks) if b.kind == "advert" and not b.filler and b.fixed is None]
    out = []
    def place(k, left, right, blocks):
        if k == len(ads):
            out.append(replace(problem, blocks=tuple(blocks))); return
        i = ads[k]
        for sh in problem.blocks[i].shapes:
            if sh.columns > right - left: continue
            for c in dict.fromkeys((left, right - sh.columns)):
                nb = list(blocks)
                nb[i] = replace(blocks[i], fixed=Rect(c, problem.rows - sh.rows, sh.columns, sh.rows))
                place(k + 1, *((left + sh.columns, right) if c == left else (left, c)), nb)
    place(0, 0, problem.columns, list(problem.blocks))
    return out
