package main

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"time"
)

// shards is the number of parts of a batch, run side by side. It is a constant
// so that the weights do not depend on the machine.
const shards = 2

// averageSteps is about how many steps the moving average of the weights looks
// back, at most; a short training looks back a quarter of its steps.
const averageSteps = 500

// trainer runs the epochs.
type trainer struct {
	net   *net
	parts [shards]*shard
	data  []*sample
	vary  augmenter
	log   io.Writer
	step  int32
	total int32   // steps of the whole training
	warm  int32   // steps of the first epoch
	decay float32 // of the moving average per step
}

func newTrainer(n *net, data []*sample, log io.Writer) *trainer {
	t := &trainer{net: n, data: data, log: log}
	for i := range t.parts {
		t.parts[i] = newShard(n)
	}
	t.warm = int32(len(t.batches(0)))
	t.total = t.warm * int32(n.Epochs)
	t.decay = 1 - 1/float32(min(averageSteps, 1+t.total/4))
	return t
}

// batches deals the sentences of an epoch into batches of about BatchWords words.
func (t *trainer) batches(epoch int) [][]*sample {
	data := append(slices.Clip(t.data), t.ownSentences(epoch)...)
	order := rand.New(rand.NewPCG(t.net.Seed, 1000+uint64(epoch))).Perm(len(data))
	var out [][]*sample
	var cur []*sample
	words := 0
	for _, i := range order {
		s := t.vary.vary(data[i], t.net.labels, rand.New(rand.NewPCG(t.net.Seed+uint64(epoch), uint64(i))))
		cur = append(cur, s)
		if words += len(data[i].Words); words >= t.net.BatchWords {
			out, cur, words = append(out, cur), nil, 0
		}
	}
	if len(cur) > 0 {
		out = append(out, cur)
	}
	return out
}

// ownRounds is how often an epoch sees each of the own sentences.
const ownRounds = 5

// ownSentences returns the sentences of the data folder with names of this epoch.
func (t *trainer) ownSentences(epoch int) []*sample {
	var out []*sample
	if news := t.vary.news; news != nil {
		r := rand.New(rand.NewPCG(t.net.Seed, 2000+uint64(epoch)))
		for i := range ownRounds * len(news.sentences) {
			out = append(out, news.sentence(i%len(news.sentences), &t.vary, r))
		}
	}
	return out
}

// epoch trains on all data once and reports the mean losses.
func (t *trainer) epoch(epoch int) losses {
	began := time.Now()
	var sum losses
	for _, batch := range t.batches(epoch) {
		sum.add(t.batch(batch))
	}
	a := newAdam(max(t.step, 1), 0, 0, t.warm, t.decay)
	for _, p := range t.net.params {
		a.settle(p)
	}
	w := float64(sum.Words)
	fmt.Fprintf(t.log, "epoch %d: tag %.3f name %.3f arc %.3f rel %.3f, %.0f s\n",
		epoch+1, sum.Tag/w, sum.Name/w, sum.Arc/w, sum.Rel/w, time.Since(began).Seconds())
	return sum
}

// batch makes one step.
func (t *trainer) batch(batch []*sample) losses {
	t.step++
	words := 0
	var dealt [shards][]*sample
	var load [shards]int
	for _, s := range batch {
		least := 0
		for i := range load {
			if load[i] < load[least] {
				least = i
			}
		}
		dealt[least] = append(dealt[least], s)
		load[least] += len(s.Words)
		words += len(s.Words)
	}
	var wait sync.WaitGroup
	for i, s := range t.parts {
		wait.Go(func() { s.run(dealt[i], words, uint64(t.step)*shards+uint64(i)) })
	}
	wait.Wait()
	return t.descend()
}

// descend adds the shards' gradients in order and moves the weights.
func (t *trainer) descend() losses {
	sum := t.parts[0].loss
	grads := t.parts[0].grads
	for _, s := range t.parts[1:] {
		sum.add(s.loss)
		for i, g := range s.grads {
			grads[i].add(g, t.net.params[i].Cols)
		}
	}
	a := newAdam(t.step, t.rate(), clip(t.net, grads), t.warm, t.decay)
	var wait sync.WaitGroup
	for part := range shards {
		wait.Go(func() {
			for i := part; i < len(grads); i += shards {
				a.update(t.net.params[i], grads[i])
			}
		})
	}
	wait.Wait()
	return sum
}

// rate rises over 200 steps, or a tenth of them all, and then falls linearly to nothing.
func (t *trainer) rate() float32 {
	up := math.Min(1, float64(t.step)/float64(min(200, 1+t.total/10)))
	down := 1 - float64(t.step)/float64(t.total+1)
	return float32(t.net.Rate * up * math.Max(down, 0.01))
}

// clip returns the factor that bounds the norm of the dense gradients.
func clip(n *net, grads []*grad) float32 {
	const most = 2
	var sum float64
	for i, g := range grads {
		if n.params[i].Sparse {
			continue
		}
		for _, v := range g.g {
			sum += float64(float64(v) * float64(v))
		}
	}
	return float32(math.Min(1, most/math.Sqrt(sum+1e-12)))
}
