# Writes proportions.json: values that the tests of app/domain/statistics must give.
# Rscript proportions.R  (R 4.2.2; survey 4.1 for rake). R is not needed to run the tests.
source("json.R")
suppressPackageStartupMessages(library(survey))

distributions <- list(
  normalAbove = lapply(c(-3, -0.5, 0, 1e-6, 1, 1.96, 3.9355, 6, 8, 20), function(z) list(z = z, value = pnorm(z, lower.tail = FALSE))),
  normalQuantile = lapply(c(1e-10, 1e-4, 0.025, 0.3, 0.5, 0.8, 0.975, 0.999, 0.99999999), function(p) list(p = p, value = qnorm(p))),
  studentTwoSided = apply(expand.grid(t = c(0, 0.3, 2, 12.7, 60), df = c(1, 2, 9, 99, 10000)), 1, function(r) list(t = r[["t"]], df = r[["df"]], value = 2 * pt(r[["t"]], r[["df"]], lower.tail = FALSE))),
  studentQuantile = apply(expand.grid(p = c(0.01, 0.6, 0.975, 0.9995), df = c(1, 2, 9, 99, 10000)), 1, function(r) list(p = r[["p"]], df = r[["df"]], value = qt(r[["p"]], r[["df"]]))),
  chiSquareAbove = apply(expand.grid(x = c(1e-3, 0.5, 3.84, 30, 150), df = c(1, 2, 8, 50, 119)), 1, function(r) list(x = r[["x"]], df = r[["df"]], value = pchisq(r[["x"]], r[["df"]], lower.tail = FALSE))),
  chiSquareQuantile = apply(expand.grid(p = c(0.01, 0.5, 0.95, 0.999), df = c(1, 2, 8, 119)), 1, function(r) list(p = r[["p"]], df = r[["df"]], value = qchisq(r[["p"]], r[["df"]]))),
  fAbove = apply(expand.grid(f = c(0.1, 1, 4, 25), df1 = c(1, 3, 17), df2 = c(1, 10, 1000)), 1, function(r) list(f = r[["f"]], df1 = r[["df1"]], df2 = r[["df2"]], value = pf(r[["f"]], r[["df1"]], r[["df2"]], lower.tail = FALSE))),
  fQuantile = apply(expand.grid(p = c(0.05, 0.5, 0.99), df1 = c(1, 3, 17), df2 = c(2, 10, 1000)), 1, function(r) list(p = r[["p"]], df1 = r[["df1"]], df2 = r[["df2"]], value = qf(r[["p"]], r[["df1"]], r[["df2"]]))),
  betaBelow = apply(expand.grid(x = c(0.001, 0.3, 0.94, 0.9999), a = c(0.5, 2, 282), b = c(0.5, 3, 18)), 1, function(r) list(x = r[["x"]], a = r[["a"]], b = r[["b"]], value = pbeta(r[["x"]], r[["a"]], r[["b"]]))),
  logGamma = lapply(c(0.1, 0.5, 1, 2, 7.3, 301, 100000), function(x) list(x = x, value = lgamma(x)))
)

wilsonOf <- function(x, n, level) as.numeric(suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int)
shares <- rbind(c(47, 50), c(94, 100), c(282, 300), c(940, 1000), c(81, 263), c(15, 148), c(0, 20), c(1, 29), c(29, 29), c(0, 1), c(1, 1), c(1, 2), c(99999, 100000))
wilson <- unlist(lapply(c(0.9, 0.95, 0.99), function(level) apply(shares, 1, function(r) {
  ci <- wilsonOf(r[1], r[2], level)
  list(count = r[1], n = r[2], level = level, low = ci[1], high = ci[2])
})), recursive = FALSE)

# before, after; (a)-(h) of Newcombe 1998 Table II have the first minus the second, so "after" comes first there
pairs <- rbind(c(48, 80, 56, 70), c(3, 10, 9, 10), c(2, 7, 6, 7), c(0, 29, 5, 56), c(0, 20, 0, 10), c(0, 10, 10, 10), c(282, 300, 285, 300), c(6768, 7200, 810, 900), c(1, 1, 0, 1), c(5, 5, 900, 1000))
differences <- apply(pairs, 1, function(r) {
  b <- r[1] / r[2]; a <- r[3] / r[4]
  cb <- wilsonOf(r[1], r[2], 0.95); ca <- wilsonOf(r[3], r[4], 0.95)
  test <- suppressWarnings(prop.test(c(r[1], r[3]), c(r[2], r[4]), correct = FALSE))
  full <- glm(cbind(c(r[1], r[3]), c(r[2] - r[1], r[4] - r[3])) ~ c(0, 1), family = binomial)
  list(before = list(count = r[1], n = r[2]), after = list(count = r[3], n = r[4]), value = a - b,
       low = (a - b) - sqrt((a - ca[1])^2 + (cb[2] - b)^2), high = (a - b) + sqrt((ca[2] - a)^2 + (b - cb[1])^2),
       chiSquare = if (is.nan(test$statistic)) 0 else test$statistic[[1]], p = if (is.nan(test$p.value)) 1 else test$p.value,
       likelihoodRatio = full$null.deviance - full$deviance)
})

tables <- list(
  rbind(c(3, 1), c(1, 3)), rbind(c(0, 5), c(3, 2)), rbind(c(10, 0), c(0, 1)), rbind(c(12, 5), c(29, 2)),
  rbind(c(1, 0, 2, 3, 4), c(20, 30, 3, 1, 1)), rbind(c(5, 0, 2, 0, 1), c(20, 30, 2, 1, 1), c(1, 0, 3, 3, 2)),
  rbind(c(282, 18), c(270, 30)), rbind(c(60, 34, 6), c(50, 40, 10), c(45, 40, 15)), rbind(c(1, 1), c(1, 1)), rbind(c(1, 299), c(9, 291)))
independence <- lapply(tables, function(t) {
  c2 <- suppressWarnings(chisq.test(t, correct = FALSE))
  small <- min(c2$expected) < 5
  list(table = apply(t, 1, as.list), statistic = c2$statistic[[1]], df = c2$parameter[[1]], smallestExpected = min(c2$expected),
       method = if (small) "exact" else "chi-square", p = if (small) fisher.test(t, workspace = 2e7)$p.value else c2$p.value)
})

scaleCounts <- list(c(60, 34, 4, 1, 1), c(1, 0, 0, 0, 1), c(3, 0, 2, 0, 0), c(0, 1, 0, 0, 5), c(900, 80, 15, 4, 1), c(10, 20, 5, 2))
scales <- lapply(scaleCounts, function(n) {
  k <- length(n); x <- rep(k:1, n); t <- t.test(x)
  list(counts = as.list(n), mean = mean(x), sd = sd(x), low = t$conf.int[1], high = t$conf.int[2], score100 = (mean(x) - 1) / (k - 1) * 100)
})

power <- apply(rbind(c(.94, .90), c(.94, .91), c(.94, .92), c(.94, .96), c(.94, .97), c(.94, .95), c(.55, .60), c(.55, .65), c(.5, .9)), 1, function(r)
  list(from = r[1], to = r[2], n = power.prop.test(p1 = r[1], p2 = r[2], power = 0.8, tol = 1e-12)$n))
visible <- apply(rbind(c(.94, 300), c(.94, 50), c(.6, 100), c(.94, 3600)), 1, function(r) {
  reached <- function(to) power.prop.test(n = r[2], p1 = r[1], p2 = to)$power - 0.8
  rise <- if (r[1] < 0.999 && reached(0.999999) > 0) uniroot(function(to) reached(to), c(r[1] + 1e-6, 0.999999), tol = 1e-14)$root - r[1] else NULL
  list(from = r[1], n = r[2], fall = r[1] - uniroot(function(to) reached(to), c(1e-6, r[1] - 1e-6), tol = 1e-14)$root, rise = rise)
})

people <- expand.grid(sex = c("f", "m"), age = c("young", "middle", "old"))
people$count <- c(40, 22, 31, 18, 12, 5)
d <- people[rep(1:6, people$count), ]
design <- svydesign(~1, data = d, weights = ~1)
targets <- list(sex = c(f = 0.51, m = 0.49), age = c(young = 0.3, middle = 0.4, old = 0.3))
N <- nrow(d)
raked <- suppressWarnings(rake(design, list(~sex, ~age), list(
  data.frame(sex = names(targets$sex), Freq = targets$sex * N), data.frame(age = names(targets$age), Freq = targets$age * N)),
  control = list(maxit = 500, epsilon = 1e-10)))
w <- weights(raked)
raking <- list(
  cells = lapply(1:6, function(i) list(traits = list(sex = as.character(people$sex[i]), age = as.character(people$age[i])), count = people$count[i])),
  targets = lapply(targets, as.list),
  weights = as.list(as.numeric(sapply(1:6, function(i) w[d$sex == people$sex[i] & d$age == people$age[i]][1]))),
  designEffect = N * sum(w^2) / sum(w)^2, effectiveN = sum(w)^2 / sum(w^2))

many <- lapply(list(c(.01, .02, .03, .04, .05), c(.5, .001, .03, .2, .008, .04), 1, c(0, 1, .5), c(.05, .05, .01)), function(p)
  list(p = as.list(p), adjusted = as.list(p.adjust(p, "BH"))))

sampling <- apply(rbind(c(100, NA), c(271, NA), c(403, NA), c(1068, NA), c(1099, NA), c(300, 1000), c(1000, 1000), c(1, NA)), 1, function(r)
  list(n = r[1], population = if (is.na(r[2])) NULL else r[2], error = qnorm(0.975) * sqrt(0.25 / r[1]) * (if (is.na(r[2])) 1 else sqrt((r[2] - r[1]) / (r[2] - 1)))))

writeJson(list(r = R.version.string, distributions = distributions, wilson = wilson, differences = differences, independence = independence,
               scales = scales, power = power, visible = visible, raking = raking, many = many, sampling = sampling), "proportions.json")
