# Reference values of the tests of drivers, reliability, time to answer and quality: Rscript b-reference.R > b-reference.json
# R 4.2.2, package survival 3.5.3. LMG is computed here by its definition: R² of lm() over every order of the items.
library(survival)
num <- function(x) paste0("[", paste(trimws(ifelse(is.na(x), "null", formatC(x, digits = 15, format = "g"))), collapse = ","), "]")
out <- character()
add <- function(name, value) out <<- c(out, paste0('  "', name, '": ', value))

# Scores that are drawn once and written out, so that the test reads the same numbers.
set.seed(20261120)
n <- 60
mood <- rnorm(n)
item <- function(w) pmin(5, pmax(1, round(4 + w * mood + rnorm(n, sd = 0.8))))
x <- cbind(a = item(0.9), b = item(0.6), c = item(0.2), d = item(0))
y <- pmin(5, pmax(1, round(4 + 0.5 * (x[, "a"] - 4) + 0.4 * (x[, "b"] - 4) + rnorm(n, sd = 0.6))))
for (k in colnames(x)) add(paste0("scores_", k), num(x[, k]))
add("overall", num(y))

r2 <- function(set) if (length(set) == 0) 0 else summary(lm(y ~ x[, set, drop = FALSE]))$r.squared
permutations <- function(v) if (length(v) <= 1) list(v) else do.call(c, lapply(seq_along(v), function(i) lapply(permutations(v[-i]), function(p) c(v[i], p))))
lmg <- setNames(numeric(4), colnames(x))
orders <- permutations(colnames(x))
for (o in orders) for (i in seq_along(o)) lmg[o[i]] <- lmg[o[i]] + (r2(o[seq_len(i)]) - r2(o[seq_len(i - 1)])) / length(orders)
add("lmg", num(lmg))
add("rSquared", num(r2(colnames(x))))
add("spearman", num(apply(x, 2, function(v) cor(v, y, method = "spearman"))))
# Percentile bootstrap with many resamples: the test allows for its random error.
boot <- replicate(4000, { i <- sample(n, replace = TRUE); c(cor(x[i, "a"], y[i], method = "spearman"), cor(x[i, "d"], y[i], method = "spearman")) })
add("spearmanBootA", num(quantile(boot[1, ], c(.025, .975))))
add("spearmanBootD", num(quantile(boot[2, ], c(.025, .975))))

# Cronbach's alpha with Feldt's interval, item-rest correlation, alpha without the item.
alpha <- function(m) { k <- ncol(m); k / (k - 1) * (1 - sum(apply(m, 2, var)) / var(rowSums(m))) }
feldt <- function(a, n, k, level = 0.95) { t <- (1 - level) / 2; c(1 - (1 - a) * qf(1 - t, n - 1, (n - 1) * (k - 1)), 1 - (1 - a) * qf(t, n - 1, (n - 1) * (k - 1))) }
a <- alpha(x)
add("alpha", num(a))
add("feldt", num(feldt(a, n, 4)))
add("itemRest", num(sapply(1:4, function(i) cor(x[, i], rowSums(x[, -i])))))
add("alphaWithout", num(sapply(1:4, function(i) alpha(x[, -i]))))
tiny <- x[1:5, 1:2]
add("alphaTiny", num(c(alpha(tiny), feldt(alpha(tiny), 5, 2))))

# Kaplan-Meier with open cases censored, log-log interval. Quantile: first day at which S <= 1 - share.
days <- c(1, 2, 2, 3, 3, 3, 4, 5, 5, 6, 7, 8, 9, 10, 12, 13, 15, 18, 21, 30)
answered <- c(1, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 0, 1)
km <- survfit(Surv(days, answered) ~ 1, conf.type = "log-log")
add("kmDays", num(days)); add("kmAnswered", num(answered))
add("kmTime", num(km$time)); add("kmSurv", num(km$surv)); add("kmLow", num(km$lower)); add("kmHigh", num(km$upper)); add("kmRisk", num(km$n.risk))
first <- function(s, p) { hit <- which(!is.na(s) & s <= p + 1e-12); if (length(hit)) km$time[hit[1]] else NA }
add("kmMedian", num(c(first(km$surv, .5), first(km$lower, .5), first(km$upper, .5))))
q <- quantile(km, c(.5)); add("kmMedianOfR", num(c(q$quantile, q$lower, q$upper)))
add("kmP90", num(c(first(km$surv, .1), first(km$lower, .1))))
cat("{\n", paste(out, collapse = ",\n"), "\n}\n", sep = "")
