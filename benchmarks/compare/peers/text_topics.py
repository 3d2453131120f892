"""Latent topics of the TF-IDF matrix that the row wrote: TruncatedSVD. usage: text_topics.py TOPICS"""
import os, sys, time
import numpy as np, scipy.sparse as sp
from sklearn.decomposition import TruncatedSVD
P = os.environ["DATA"] + "/bios100k_"
t = P + "tfidf"
X = sp.csr_matrix((np.fromfile(t + ".data.f32", np.float32), np.fromfile(t + ".indices.i32", np.int32), np.fromfile(t + ".indptr.i64", np.int64)))
s = time.perf_counter()
Z = TruncatedSVD(int(sys.argv[1]), n_iter=5, random_state=1).fit_transform(X)
seconds = time.perf_counter() - s
share = (Z.astype(np.float64) ** 2).sum() / (X.data.astype(np.float64) ** 2).sum()
open(P + "topics.share", "w").write("%.5f" % share)
print(f"median {seconds:.2f}s of 1, {share:.5f} of the squares kept, {X.shape} nnz {X.nnz}")
