"""The scaling of a sparse market with scipy's products: a^2 + a K b = 1 on either side. Prints its time without making K."""
import os, time
import numpy as np, scipy.sparse as sp

D = os.environ.get("DATA", "bench-data")
rights = np.fromfile(f"{D}/market_rights.i32", np.int32)
likes = np.fromfile(f"{D}/market_likes.f32", np.float32)
rounds = int(np.fromfile(f"{D}/market_rounds.i32", np.int32)[0])
n = len(rights) // 100
K = sp.csr_matrix((np.exp(likes / 2), rights, np.arange(0, len(rights) + 1, 100)), shape=(n, n))
KT = K.T.tocsr()
times = []
for _ in range(3):
    s = time.perf_counter()
    a, b = np.ones(n, np.float32), np.ones(n, np.float32)
    for _ in range(rounds):
        h = K @ b / 2
        a = 1 / (np.sqrt(1 + h * h) + h)
        h = KT @ a / 2
        b = 1 / (np.sqrt(1 + h * h) + h)
    times.append(time.perf_counter() - s)
print(f"scipy scaling of {n} x {n}, {rounds} rounds median {sorted(times)[1]:.5f}s")
