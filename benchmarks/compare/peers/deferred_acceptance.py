"""Stable mentors in Python: deferred acceptance with a heap for each mentor. Prints its time without reading the files."""
import heapq, os, time
import numpy as np

D = os.environ.get("DATA", "bench-data")
prefs = np.fromfile(f"{D}/hr_mentee_prefs.i32", np.int32).reshape(10000, 50)
starts = np.fromfile(f"{D}/hr_mentor_prefs.indptr.i64", np.int64)
lists = np.fromfile(f"{D}/hr_mentor_prefs.indices.i32", np.int32)


def solve(capacity=5):
    mentees = prefs.tolist()
    rank = [{m: i for i, m in enumerate(lists[starts[r]:starts[r + 1]].tolist())} for r in range(len(starts) - 1)]
    held = [[] for _ in rank]
    nxt = [0] * len(mentees)
    for first in range(len(mentees)):
        asking = first
        while asking >= 0 and nxt[asking] < len(mentees[asking]):
            mentor = mentees[asking][nxt[asking]]
            nxt[asking] += 1
            place = rank[mentor].get(asking)
            if place is None:
                continue
            if len(held[mentor]) < capacity:
                heapq.heappush(held[mentor], (-place, asking))
                asking = -1
            else:
                asking = heapq.heappushpop(held[mentor], (-place, asking))[1]
    return sum(map(len, held))


times = []
for _ in range(3):
    s = time.perf_counter()
    matched = solve()
    times.append(time.perf_counter() - s)
print(f"python deferred acceptance median {sorted(times)[1]:.5f}s matched {matched}")
