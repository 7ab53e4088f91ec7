# Writes trends.json: trends, control limits, funnels. Rscript trends.R (R 4.2.2, base only).
# Where R has no function (XmR, Laney p', funnel, Theil-Sen's interval) the published formula is written out again here.
source("json.R")
set.seed(1151120)

series <- list(
  c(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), c(10, 12, 11, 13, 12), c(5, 5, 5, 4, 4, 6, 6, 6, 7, 7, 8, 8),
  c(93.9, 94.2, 93.1, 94.8, 92.7, 93.5, 92.2, 91.9, 92.6, 91.0, 91.4, 90.8), c(3, 1, 2), c(2, 2, 3), c(9, 7, 8, 3, 4, 4, 1),
  round(94 + rnorm(60), 3))
trends <- lapply(series, function(y) {
  x <- seq_along(y) - 1
  fit <- lm(y ~ x); s <- suppressWarnings(summary(fit))
  exact <- !any(duplicated(y)) && length(y) <= 50
  kendall <- suppressWarnings(cor.test(x, y, method = "kendall", exact = exact, continuity = TRUE))
  n <- length(y); ties <- as.numeric(table(y))
  S <- sum(sign(outer(y, y, "-"))[lower.tri(diag(n))])
  v <- (n * (n - 1) * (2 * n + 5) - sum(ties * (ties - 1) * (2 * ties + 5))) / 18
  slopes <- sort((outer(y, y, "-") / outer(x, x, "-"))[lower.tri(diag(n))])
  reach <- qnorm(0.975) * sqrt(v)
  low <- max(1, floor((length(slopes) - reach) / 2))
  list(values = as.list(y), slope = coef(fit)[[2]], start = coef(fit)[[1]], low = confint(fit)[2, 1], high = confint(fit)[2, 2], p = s$coefficients[2, 4],
       kendallP = min(1, kendall$p.value), exact = exact, s = S, variance = v, z = if (S == 0) 0 else (S - sign(S)) / sqrt(v),
       sen = median(slopes), senLow = slopes[low], senHigh = slopes[length(slopes) + 1 - low])
})

xmr <- lapply(series[c(2, 4, 7)], function(y) {
  mr <- abs(diff(y)); mr <- mr[mr <= 3.267 * mean(mr)]
  list(values = as.list(y), centre = mean(y), sigma = mean(mr) / 1.128, lower = mean(y) - 3 * mean(mr) / 1.128, upper = mean(y) + 3 * mean(mr) / 1.128)
})
shocked <- c(10, 11, 10, 11, 10, 11, 10, 40, 10, 11, 10, 11)
mr <- abs(diff(shocked)); kept <- mr[mr <= 3.267 * mean(mr)]
xmr[[4]] <- list(values = as.list(shocked), centre = mean(shocked), sigma = mean(kept) / 1.128, lower = mean(shocked) - 3 * mean(kept) / 1.128, upper = mean(shocked) + 3 * mean(kept) / 1.128)

quiet <- list(count = c(282, 276, 291, 268, 300, 280, 283, 279, 288, 281, 285, 277), n = c(300, 295, 308, 289, 318, 297, 301, 296, 305, 299, 303, 295))
noisy <- list(count = c(9400, 9100, 9700, 9350, 8800, 9650, 9500, 8900, 9600, 9250, 9450, 8950), n = rep(10000, 12))
charts <- lapply(list(quiet, noisy), function(s) {
  p <- sum(s$count) / sum(s$n); sigma <- sqrt(p * (1 - p) / s$n); z <- (s$count / s$n - p) / sigma
  sz <- mean(abs(diff(z))) / 1.128; over <- sz > 1 && pchisq(sum(z^2), length(z) - 1, lower.tail = FALSE) < 0.05
  factor <- if (over) sz else 1
  list(count = as.list(s$count), n = as.list(s$n), kind = if (over) "laney-p" else "p", centre = p, sigmaZ = sz,
       lower = as.list(pmax(0, p - 3 * factor * sigma)), upper = as.list(pmin(1, p + 3 * factor * sigma)))
})

units <- list(
  list(count = c(94, 188, 285, 470, 90, 97, 377, 280, 141, 235, 80, 92), n = c(100, 200, 300, 500, 100, 100, 400, 300, 150, 250, 100, 98)),
  list(count = c(850, 990, 940, 880, 970, 930, 995, 860, 945, 910), n = rep(1000, 10)),
  list(count = c(9, 10, 8), n = c(10, 10, 10)))
funnels <- lapply(units, function(u) {
  theta <- sum(u$count) / sum(u$n); z <- (u$count / u$n - theta) / sqrt(theta * (1 - theta) / u$n)
  k <- floor(length(z) * 0.1); zs <- sort(z); w <- pmin(pmax(z, zs[k + 1]), zs[length(z) - k])
  phi <- mean(w^2); used <- max(1, phi); se <- sqrt(used * theta * (1 - theta) / u$n)
  list(count = as.list(u$count), n = as.list(u$n), centre = theta, phi = phi,
       warningLow = as.list(pmax(0, theta - qnorm(0.975) * se)), alarmHigh = as.list(pmin(1, theta + qnorm(0.999) * se)))
})

writeJson(list(r = R.version.string, trends = trends, xmr = xmr, charts = charts, funnels = funnels), "trends.json")
