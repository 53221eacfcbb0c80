from __future__ import annotations
from paiban.makeup.search.skyline import HEAD, FOOT, propagate

def unlink(st):
    trail = []
    t = st.trail
    while t is not None:
        t, o, c, s, b = t
        trail.append((o, c, s, b))
    trail.reverse()
    edges = []
    e = st.edges
    while e is not None:
        e, a, b, mn, mx = e
        edges.append((a, b, mn, mx))
    return trail, edges

def settle(sky, st):
    trail, edges = unlink(st)
    low, high = st.low[:], st.high[:]
    if not propagate(low, high, st.edges): return None
    n = len(low)
    H = sky.H
    P = sky.costs["place"]
    # start: round nat greedily, re-propagating
    y = [0]*n
    lo, hi = low[:], high[:]
    order = sorted(range(n), key=lambda s: st.nat[s])
    for s in order:
        want = min(max(round(st.nat[s]), lo[s]), hi[s])
        lo[s] = hi[s] = want
        if not propagate(lo, hi, st.edges): raise AssertionError
    y = lo
    touch = [[] for _ in range(n)]
    for a, b, mn, mx in edges:
        touch[a].append((b, -mx, -mn))   # y[a]-y[b] in [-mx,-mn]
        touch[b].append((a, mn, mx))
    hang = [[] for _ in range(n)]  # blocks per seam
    blocks = []
    for k, (o, c, s, b) in enumerate(trail):
        wa = sky.problem.white_above if s == HEAD else 0
        k2 = P*sky.w2[o.block]/H
        blocks.append((o, s, b, wa, k2))
        hang[s].append(k); hang[b].append(k)
    def cost(k, ys, yb):
        o, s, b, wa, k2 = blocks[k]
        return o.costs[yb - ys + wa - o.low] + k2*ys
    def closure(seed, d):
        S = set(seed); stack = list(seed)
        while stack:
            s = stack.pop()
            v = y[s] + d
            if v < low[s] or v > high[s]: return None
            for o2, mn, mx in touch[s]:
                if o2 in S: continue
                diff = v - y[o2]
                if diff < mn or diff > mx:
                    S.add(o2); stack.append(o2)
        return S
    def delta(S, d):
        t = 0.0
        seen = set()
        for s in S:
            for k in hang[s]:
                if k in seen: continue
                seen.add(k)
                o, a, b, wa, k2 = blocks[k]
                ya, yb = y[a], y[b]
                na = ya + d if a in S else ya
                nb = yb + d if b in S else yb
                h, h2 = yb - ya + wa - o.low, nb - na + wa - o.low
                t += o.costs[h2] - o.costs[h] + k2*(na - ya)
        return t
    seeds = [(s,) for s in range(2, n)] + list(dict.fromkeys((a, b) for a, b, mn, mx in edges if a > 1 and b > 1))
    improved = True
    while improved:
        improved = False
        for seed in seeds:
            for d in (1, -1):
                while True:
                    S = closure(seed, d)
                    if S is None or 0 in S or 1 in S: break
                    if delta(S, d) < -1e-9:
                        for s in S: y[s] += d
                        improved = True
                    else: break
    total = sum(cost(k, y[b[1]], y[b[2]]) for k, b in enumerate(blocks))
    return total, y, trail
