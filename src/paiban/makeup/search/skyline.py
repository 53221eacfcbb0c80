"""prototype"""
from __future__ import annotations
from typing import NamedTuple
from paiban.makeup.search.options import Option, block_options
from paiban.makeup.search.score import COSTS, place_cost, moved_cost

HEAD, FOOT = 0, 1
BELOW_L, LEVEL, BEYOND = -1, 0, 1

class Segment(NamedTuple):
    column: int
    columns: int
    seam: int
    higher: bool
    lit: bool
    whole: bool

class State:
    __slots__ = ("segments","low","high","nat","depth","edges","remaining","open","trail","verticals","cost","count","area","moment","w2","least","amin","amax","faults","caps","strain","ncells","hard")

def fixed_option(problem, b, costs):
    from paiban.makeup.search.problem import Shape
    from paiban.makeup.search.score import shape_terms
    blk = problem.blocks[b]; f = blk.fixed
    rows = f.rows + (problem.white_above if f.row == 0 else 0)
    shapes = [x for x in blk.shapes if x.columns == f.columns] or [Shape(f.columns, rows, rows, rows)]
    shape = min(shapes, key=lambda x: sum(shape_terms(x, rows, costs).values()))
    c = sum(shape_terms(shape, rows, costs).values())
    closed = sum(1 << k for k in range(1, shape.columns) if k not in shape.gutters)
    return Option(0, b, f.columns, rows, rows, rows, c, (c,), (shape,), shape.headline_at(0), shape.headline_at(1), closed, shape.form == "vertical")

class Skyline:
    def __init__(self, problem, stretch=0, strict=True, slack=6.0):
        self.problem = problem
        self.costs = {**COSTS, **problem.costs}
        self.C, self.H = problem.columns, problem.rows
        self.strict = strict
        self.near = int(self.costs["near"])
        self.options = []
        n = 0
        self.fixed = {}
        for b in range(len(problem.blocks)):
            blk = problem.blocks[b]
            if blk.fixed is not None:
                self.fixed[b] = blk.fixed
                os = [fixed_option(problem, b, self.costs)]
                self.options.append(os); continue
            os = block_options(problem, b, self.costs, stretch)
            best = min(o.least for o in os)
            os = sorted((o for o in os if o.least <= best + slack), key=lambda o: (o.least, o.columns))
            for o in os:
                o.index = n; n += 1
            self.options.append(os)
        self.least = [min(o.least for o in os) for os in self.options]
        self.amin = [0 if b.filler else min(o.columns*(o.low) for o in os) for b, os in zip(problem.blocks, self.options)]
        self.amax = [max(o.columns*o.high for o in os) for os in self.options]
        self.rmin = [min(o.low for o in os) for os in self.options]
        self.w2 = [b.weight**2 if b.kind == "story" else 0 for b in problem.blocks]
        stories = [i for i, b in enumerate(problem.blocks) if b.kind == "story"]
        top = max((problem.blocks[i].weight for i in stories), default=0)
        self.leads = sum(1 << i for i in stories if problem.blocks[i].weight == top)
        self.editorial = sum(1 << i for i, b in enumerate(problem.blocks) if b.kind != "advert")
        self.fillers = sum(1 << i for i, b in enumerate(problem.blocks) if b.filler)
        self.steps = 0
        self._unlit = {}
        self.reach = [[[(o.low, o.high) for o in os if o.columns == w] for w in range(self.C + 1)] for os in self.options]
        self.by_width = [[] for _ in range(self.C + 1)]
        for b, os in enumerate(self.options):
            for o in os: self.by_width[o.columns].append((1 << b, b, o.low, o.high, o.natural, o.least, o.lit_left, o.lit_right, o.vertical, o))
        self.kinds = [{"story": 0, "briefs": 1, "advert": 2, "picture": 3}[b.kind] for b in problem.blocks]
        self.hardness = 0.0
        self.sigma = 0.0
        self.allow = [0, 1, 1.5, 1.7, 2, 2.2, 2.4, 2.6] + [3.0]*60
        self.hard = [0.0 if b in self.fixed else (1.0/max(1, sum(o.high - o.low + 1 for o in os)))*self.least_cells(os) for b, os in enumerate(self.options)]
        self.unlit_by_width = [sum({1 << b for b, os in enumerate(self.options) if any(o.columns == w and not o.lit_left for o in os)}) for w in range(self.C + 1)]
        self.ncells = [sum(o.columns*o.natural for o in os if o.least <= os[0].least + 1)/sum(1 for o in os if o.least <= os[0].least + 1) for os in self.options]
        for b, blk in enumerate(problem.blocks):
            if blk.filler: self.ncells[b] = 0
        self.balance = 0.03
        tot = sum(x for b, x in enumerate(self.ncells) if b not in self.fixed); fixedarea = sum(f.columns*f.rows for f in self.fixed.values())
        rho = (self.C*self.H - fixedarea)/max(1.0, tot)
        self.ncells = [f.columns*f.rows if (f := self.fixed.get(b)) else x*rho for b, x in enumerate(self.ncells)]

    def start(self):
        s = State()
        n = len(self.options)
        s.segments = (Segment(0, self.C, HEAD, True, False, False),)
        s.low = [0, self.H]; s.high = [0, self.H]; s.nat = [0.0, float(self.H)]; s.depth = [0, 0]
        s.edges = None
        s.remaining = (1 << n) - 1
        s.open = (1 << self.C) - 2
        s.trail = None; s.verticals = 0; s.cost = 0.0; s.strain = 0.0; s.count = 0
        s.area = float(self.C*self.H); s.moment = self.C*self.H*self.H/2.0
        s.w2 = sum(self.w2); s.least = sum(self.least)
        s.amin = sum(self.amin); s.ncells = sum(self.ncells); s.hard = sum(self.hard); s.amax = sum(self.amax)
        s.faults = 0
        s.caps = self.capping(s.remaining)
        return s

    def unlit_within(self, remaining):
        u = self._unlit.get(remaining)
        if u is None:
            u = [0]*(self.C + 1)
            for w in range(1, self.C + 1):
                u[w] = u[w-1] | (self.unlit_by_width[w] & remaining)
            self._unlit[remaining] = u
        return u

    def least_cells(self, os):
        return min(o.columns*o.natural for o in os)/20

    def capping(self, remaining):
        caps = [self.H]*self.C
        for b, f in self.fixed.items():
            if remaining >> b & 1:
                for c in range(f.column, f.end_column):
                    if f.row < caps[c]: caps[c] = f.row
        return tuple(caps)

    def pick(self, st):
        segs = st.segments; nat = st.nat
        best = -1; bn = 1e9
        last = len(segs) - 1
        for i, g in enumerate(segs):
            if g.seam != FOOT and g.higher and (i == last or not segs[i+1].higher):
                if nat[g.seam] < bn - 1e-9:
                    bn = nat[g.seam]; best = i
        return best

    def moves(self, st, out, candidates=None):
        C, H, near = self.C, self.H, self.near
        i = self.pick(st)
        if i < 0: return
        segs = st.segments
        c, W, s, _, lit, whole = segs[i]
        low, high, nat, depth = st.low, st.high, st.nat, st.depth
        los, his, ns, ds = low[s], high[s], nat[s], depth[s] + 1
        L = segs[i-1].seam if i else -1
        R = segs[i+1].seam if i + 1 < len(segs) else -1
        blocks = self.problem.blocks
        wa = self.problem.white_above if s == HEAD else 0
        remaining = st.remaining
        need = remaining & ~self.fillers
        costs = self.costs
        caps = st.caps
        place, across = costs["place"], costs["place_across"]
        lead_due = self.strict and remaining & self.leads and remaining & self.leads == self.leads
        alive = [b for b in range(len(blocks)) if remaining >> b & 1]
        small = min(self.rmin[b] for b in alive)
        unlit = self.unlit_within(remaining)
        narrow = self.variants(st, L, -1, H - small)
        wide = self.variants(st, L, R, H - small) if R >= 0 else narrow
        spot = place*(ns/H + across*c/C)
        base = {}
        hardscale = self.hardness
        for b in alive:
            if lead_due and not self.leads >> b & 1 and not (blocks[b].kind == "briefs" and c == 0 and s == HEAD):
                continue
            base[b] = (st.cost + st.least - self.least[b] + spot*self.w2[b], place*(st.w2 - self.w2[b])/H, st.ncells - self.ncells[b], st.hard - self.hard[b])
        bal = self.balance/max(1, len(alive) - 1)
        total = C*H
        ar, mom = st.area, st.moment
        sq = (H - ns)**2
        vfree = st.verticals - costs["verticals_free"] + 1
        vcost = costs["verticals"]*vfree if vfree > 0 else 0.0
        sigma = self.sigma
        nopen = sum(1 for g in segs if g.seam != FOOT)
        allowed = self.allow[len(alive) - 1]
        strict = self.strict
        tomb = costs["碰题"]
        add = out.append
        for w in range(1, W + 1):
            full = w == W
            vs = wide if full else narrow
            cap = min(caps[c:c+w])
            rest = 0 if full else unlit[W - w]
            stack = costs["stack"] if whole and full else 0.0
            edge = c == 0 or c + w == C
            for bit, b, olow, ohigh, onat, oleast, ll, lr, vert, o in self.by_width[w]:
                if not remaining & bit: continue
                if lit and ll:
                    if strict: continue
                    faults = 1
                else: faults = 0
                if lr and not full and strict and not rest & ~bit: continue
                bb = base.get(b)
                if bb is None: continue
                kind = self.kinds[b]
                fx = self.fixed.get(b)
                if fx is not None:
                    if fx.column != c or not los <= fx.row <= his: continue
                    tlo = thi = tn = fx.end_row
                else:
                    tlo = los + olow - wa
                    if tlo > cap: continue
                    thi = his + ohigh - wa; tn = ns + onat - wa
                    if thi > cap: thi = cap
                    if tn > cap: tn = cap
                k = bb[0] + oleast + stack
                if faults: k += tomb
                if kind and not edge and kind == 1: k += costs["side"]
                if vert: k += vcost
                last = not need & ~bit
                for vlo, vhi, target, lrel, rrel, nlo, nhi, dd in vs:
                    if tlo > vhi or thi < vlo: continue
                    if last and target != 1: continue
                    kk = k
                    if tn < nlo:
                        t = nlo; m = nlo - tn
                        kk += 0.25*m*m/(ds + dd)
                    elif tn > nhi:
                        t = nhi; m = tn - nhi
                        kk += 0.25*m*m/(ds + dd)
                    else: t = tn
                    if kind == 2 and target != 1: kk += costs["foot"]
                    a = ar - w*(t - ns)
                    mm = a - bb[2]
                    score = kk + bal*mm*mm + hardscale*bb[3]*(1 - a/total)
                    if sigma:
                        ns2 = nopen + (0 if full else 1) - (1 if target > 0 else 0) - (1 if lrel == 0 and rrel == 0 and target > 1 else 0)
                        x = ns2 - allowed
                        if x > 0: score += sigma*x
                    if a > 1:
                        y = H - 1.35*(mom + w*((H-t)**2 - sq)*0.5)/a
                        if y > 0: score += bb[1]*y
                    add((score, st, i, o, target, lrel, rrel, kk, t, faults))

    def variants(self, st, L, R, cap):
        """(lo, hi, target, lrel, rrel, nat lo, nat hi, depth)"""
        H, near = self.H, self.near
        low, high, nat, depth = st.low, st.high, st.nat, st.depth
        out = []
        fl = 0 if L == FOOT else 1
        fr = 0 if R == FOOT else 1
        out.append((H, H, FOOT, fl if L >= 0 else 9, fr if R >= 0 else 9, H, H, 0))
        big = 1 << 20
        def rels(X):
            if X < 0: return [(9, -big, big, -big, big)]
            r = [(-1, -big, high[X]-near if X != FOOT else cap, -big, nat[X]-near if X != FOOT else cap)]
            if X != FOOT:
                r.append((0, low[X], high[X], nat[X], nat[X]))
                r.append((1, low[X]+near, cap, nat[X]+near, cap))
            return r
        for lr, a, b, na, nb in rels(L):
            for rr, a2, b2, na2, nb2 in rels(R):
                lo = max(a, a2); hi = min(b, b2, cap)
                if lo > hi: continue
                nlo = max(na, na2); nhi = min(nb, nb2, cap)
                if nlo > nhi:
                    if lr != 0 and rr != 0:
                        continue
                    nlo = nhi = (nat[L] if lr == 0 else nat[R])
                target = L if lr == 0 else R if rr == 0 else -1
                out.append((lo, hi, target, lr, rr, nlo, nhi, depth[target] if target > 1 else 0))
        return out

    def build(self, move):
        score, st, i, o, target, lrel, rrel, cost, t, faults = move
        segs = st.segments
        c, W, s, higher, lit, whole = segs[i]
        w = o.columns
        H, near = self.H, self.near
        wa = self.problem.white_above if s == HEAD else 0
        L = segs[i-1].seam if i else -1
        R = segs[i+1].seam if i + 1 < len(segs) else -1
        full = w == W
        low = st.low[:]; high = st.high[:]
        fx = self.fixed.get(o.block)
        if fx is not None:
            near = 1; wa = 0 if s != HEAD else wa
            low[s] = high[s] = fx.row
            cap = fx.end_row
        else:
            cap = min(st.caps[c:c+w])
        n = State()
        edges = st.edges
        if target < 0:
            target = len(low)
            low.append(low[s] + o.low - wa); high.append(min(high[s] + o.high - wa, cap))
            if low[-1] > high[-1]: return None
            n.nat = st.nat + [float(t)]; n.depth = st.depth + [st.depth[s] + 1]
        else:
            if high[target] > cap:
                if low[target] > cap: return None
                high[target] = cap
            n.nat = st.nat
            n.depth = st.depth
        edges = (edges, s, target, o.low - wa, o.high - wa)
        if L >= 0 and target != L:
            if lrel == -1: edges = (edges, target, L, near, 1 << 20)
            elif lrel == 1: edges = (edges, L, target, near, 1 << 20)
        if full and R >= 0 and target != R:
            if rrel == -1: edges = (edges, target, R, near, 1 << 20)
            elif rrel == 1: edges = (edges, R, target, near, 1 << 20)
            elif rrel == 0: edges = (edges, target, R, 0, 0)
        if not propagate(low, high, edges): return None
        n.low, n.high, n.edges = low, high, edges
        b = o.block
        n.remaining = st.remaining & ~(1 << b)
        n.caps = st.caps if fx is None else self.capping(n.remaining)
        # segments
        new = list(segs)
        lt = lrel == 0 and L >= 0
        rt = full and rrel == 0 and R >= 0
        if L == FOOT and target == FOOT: lt = True
        if full and R == FOOT and target == FOOT: rt = True
        start = c; width = w
        whole2 = True
        lo_i, hi_i = i, i + 1
        first_higher = (lrel == -1) if L >= 0 else True
        if lt:
            lo_i = i - 1; g = segs[i-1]; start = g.column; width += g.columns; first_higher = g.higher; whole2 = False
        mid = [Segment(start, width, target, first_higher, False, whole2)]
        if not full:
            mid.append(Segment(c + w, W - w, s, True, o.lit_right, False))
        elif rt:
            g = segs[i+1]; hi_i = i + 2
            mid[0] = Segment(start, width + g.columns, target, first_higher, False, False)
        elif R >= 0:
            g = segs[i+1]; hi_i = i + 2
            mid.append(g._replace(higher=(rrel == 1)))
        new[lo_i:hi_i] = mid
        # the segment after a merged right one keeps its relation
        n.segments = tuple(new)
        n.open = st.open & ~(o.closed << c)
        n.faults = st.faults + faults
        if len(new) == 1 and target != FOOT:
            if n.remaining & self.editorial & ~self.fillers:
                if self.strict: return None
                n.faults += 1; cost += self.costs["断版"]
            elif n.open:
                if self.strict: return None
                n.faults += 1; cost += self.costs["通缝"]
            if not n.remaining & self.editorial: n.open = 0
        n.trail = (st.trail, o, c, s, target)
        n.verticals = st.verticals + o.vertical
        n.count = st.count + 1
        n.w2 = st.w2 - self.w2[b]; n.least = st.least - self.least[b]
        n.amin = st.amin - self.amin[b]; n.ncells = st.ncells - self.ncells[b]; n.hard = st.hard - self.hard[b]; n.amax = st.amax - self.amax[b]
        n.cost = cost - n.least
        ns = st.nat[s]
        n.area = st.area - w*(t - ns)
        n.moment = st.moment + w*((H-t)**2 - (H-ns)**2)*0.5
        amax = amin = 0
        for g in n.segments:
            amax += g.columns*(H - low[g.seam]); amin += g.columns*(H - high[g.seam])
        if n.amin > amax or n.amax < amin: return None
        for g in n.segments:
            if low[g.seam] > n.caps[g.column]: 
                if low[g.seam] > min(n.caps[g.column:g.column+g.columns]): return None
        if n.remaining and not n.remaining & (n.remaining - 1) and not n.remaining & self.fillers and not self.closes(n): return None
        if n.remaining.bit_count() == 2 and not n.remaining & self.fillers and not self.closes2(n): return None
        if amax == 0 and n.open:
            if self.strict: return None
            n.faults += 1; n.cost += self.costs["通缝"]
        return n

    def closes(self, st):
        """one block left"""
        b = st.remaining.bit_length() - 1
        gap = [g for g in st.segments if g.seam != FOOT]
        if len(gap) != 1: return False
        g = gap[0]
        lo, hi = self.H - st.high[g.seam], self.H - st.low[g.seam]
        return any(o.columns == g.columns and o.low <= hi and o.high >= lo and not (g.lit and o.lit_left) for o in self.options[b])

    def closes2(self, st):
        """two blocks left"""
        m = st.remaining; a = (m & -m).bit_length() - 1; b = (m & (m-1)).bit_length() - 1
        H = self.H
        gap = [(i, g) for i, g in enumerate(st.segments) if g.seam != FOOT]
        n = len(gap)
        if n > 3: return False
        R = self.reach
        if n == 1:
            g = gap[0][1]; w = g.columns
            lo, hi = H - st.high[g.seam], H - st.low[g.seam]
            for la, ha in R[a][w]:
                for lb, hb in R[b][w]:
                    if la + lb <= hi and ha + hb >= lo: return True
            for w1 in range(1, w):
                if any(l <= hi and h >= lo for l, h in R[a][w1]) and any(l <= hi and h >= lo for l, h in R[b][w - w1]): return True
            return False
        if n == 2:
            (i, g), (j, k) = gap
            glo, ghi = H - st.high[g.seam], H - st.low[g.seam]
            klo, khi = H - st.high[k.seam], H - st.low[k.seam]
            for x, y in ((a, b), (b, a)):
                if any(l <= ghi and h >= glo for l, h in R[x][g.columns]) and any(l <= khi and h >= klo for l, h in R[y][k.columns]): return True
            if j != i + 1: return False
            if k.higher: g, k = k, g; glo, ghi, klo, khi = klo, khi, glo, ghi
            w = g.columns + k.columns
            for x, y in ((a, b), (b, a)):
                if any(l <= ghi - klo and h >= glo - khi for l, h in R[x][g.columns]) and any(l <= khi and h >= klo for l, h in R[y][w]): return True
            return False
        (i, g), (j, k), (q, r) = gap
        if q != i + 2 or not k.higher or r.higher: return False
        w = g.columns + k.columns + r.columns
        lo = H - min(st.high[g.seam], st.high[r.seam]); hi = H - max(st.low[g.seam], st.low[r.seam])
        if lo > hi: return False
        klo, khi = H - st.high[k.seam], H - st.low[k.seam]
        for x, y in ((a, b), (b, a)):
            if any(l <= khi - lo and h >= klo - hi for l, h in R[x][k.columns]) and any(l <= hi and h >= lo for l, h in R[y][w]): return True
        return False

    def done(self, st):
        return len(st.segments) == 1 and st.segments[0].seam == FOOT and not st.remaining & ~self.fillers

def propagate(low, high, edges):
    changed = True
    rounds = 0
    while changed:
        changed = False
        e = edges
        while e is not None:
            e, a, b, mn, mx = e
            x = low[a] + mn
            if x > low[b]:
                if x > high[b]: return False
                low[b] = x; changed = True
            x = high[a] + mx
            if x < high[b]:
                if x < low[b]: return False
                high[b] = x; changed = True
            x = low[b] - mx
            if x > low[a]:
                if x > high[a]: return False
                low[a] = x; changed = True
            x = high[b] - mn
            if x < high[a]:
                if x < low[a]: return False
                high[a] = x; changed = True
        rounds += 1
        if rounds > 60: return False
    return True
