"""Examples a second of a plain fine-tuning loop: a BERT of MiniLM's sizes, float32, AdamW.

Arguments: batch, sequence length, steps. Prints one number. Weights are random: they make no
difference to the time.
"""
import math
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

HIDDEN, LAYERS, HEADS, WIDE, WORDS, DROPOUT = 384, 6, 12, 1536, 30522, 0.1


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.wide, self.narrow = nn.Linear(HIDDEN, WIDE), nn.Linear(WIDE, HIDDEN)
        self.first, self.second = nn.LayerNorm(HIDDEN), nn.LayerNorm(HIDDEN)

    def forward(self, x, hidden):
        n, s, _ = x.shape
        q, k, v = (f(x).view(n, s, HEADS, -1).transpose(1, 2)
                   for f in (self.query, self.key, self.value))
        scores = q @ k.transpose(2, 3) / math.sqrt(HIDDEN // HEADS) + hidden
        a = (scores.softmax(3) @ v).transpose(1, 2).reshape(n, s, HIDDEN)
        x = self.first(x + F.dropout(self.out(a), DROPOUT))
        return self.second(x + F.dropout(self.narrow(F.gelu(self.wide(x))), DROPOUT))


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.words, self.places = nn.Embedding(WORDS, HIDDEN), nn.Embedding(512, HIDDEN)
        self.norm, self.answer = nn.LayerNorm(HIDDEN), nn.Linear(HIDDEN, 1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids, mask):
        x = self.words(ids) + self.places.weight[:ids.shape[1]]
        x = F.dropout(self.norm(x), DROPOUT)
        hidden = (1 - mask)[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, hidden)
        pooled = (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        return self.answer(pooled)[:, 0]


def main(batch, length, steps):
    torch.manual_seed(1)
    net = Net()
    optimiser = torch.optim.AdamW(net.parameters(), lr=1e-4)
    warm_up = 2
    for step in range(warm_up + steps):
        if step == warm_up:
            began = time.perf_counter()
        ids = torch.randint(0, WORDS, (batch, length))
        loss = F.binary_cross_entropy_with_logits(
            net(ids, torch.ones(batch, length)), torch.randint(0, 2, (batch,)).float())
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    print(batch * steps / (time.perf_counter() - began))


main(*(int(argument) for argument in sys.argv[1:4]))
