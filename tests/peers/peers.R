# SPDX-License-Identifier: MIT
# peers.R write|compare DIR - series and samples made at random (always the same), then what R
# says of them beside what the tools said.
args <- commandArgs(trailingOnly = TRUE)
setwd(args[2])
RNGkind("Mersenne-Twister", "Inversion", "Rejection")

# Eight shapes of 25 series: frequency, periods; odd and even lengths, whole years and not.
shapes <- data.frame(
	frequency = c(12, 12, 12, 12, 12, 12, 4, 4),
	n = c(36, 49, 60, 77, 96, 133, 33, 48))
shapes$name <- sprintf("series-%d-%d-%s", shapes$frequency, shapes$n,
	ifelse(shapes$n %% 2 == 1, "odd", "even"))
period_names <- function(frequency, n) {
	k <- seq_len(n) - 1
	if (frequency == 12)
		sprintf("%d-%02d", 2012 + k %/% 12, k %% 12 + 1)
	else
		sprintf("%d-T%d", 2012 + k %/% 4, k %% 4 + 1)
}
one_series <- function(frequency, n) {
	t <- seq_len(n)
	season <- exp(rnorm(frequency, 0, runif(1, 0.1, 0.9)))
	trend <- exp(cumsum(rnorm(n, 0.003, 0.01)))
	x <- runif(1, 500, 20000) * trend * season[(t - 1) %% frequency + 1] * exp(rnorm(n, 0, 0.08))
	odd <- sample(n, rbinom(1, 3, 0.5)) # something out of line, for the robust fits
	x[odd] <- x[odd] * runif(length(odd), 0.2, 4)
	round(x, 2)
}
long <- function(file, office, indicator, period, value)
	write.table(data.frame(office, indicator, period, value = sprintf("%.2f", value)), file,
		sep = ",", quote = FALSE, row.names = FALSE)

write_all <- function() {
	set.seed(5)
	for (s in seq_len(nrow(shapes))) {
		f <- shapes$frequency[s]; n <- shapes$n[s]
		x <- replicate(25, one_series(f, n))
		long(paste0(shapes$name[s], ".csv"), rep(sprintf("S%02d", 1:25), each = n),
			"ca_boutique_eur", rep(period_names(f, n), 25), as.vector(x))
	}
	# 200 samples of 15 to 60 offices, normal but for up to four
	samples <- lapply(1:200, function(k) {
		x <- rnorm(sample(15:60, 1), 5000, 400)
		odd <- sample(length(x), sample(0:4, 1))
		x[odd] <- 5000 + sample(c(-1, 1), length(odd), TRUE) * runif(length(odd), 1000, 4500)
		round(x, 2)
	})
	writeLines(vapply(samples, function(x) paste(sprintf("%.2f", x), collapse = " "), ""), "samples.txt")
	size <- lengths(samples)
	k <- rep(1:200, size)
	long("samples.csv", sprintf("S%02d", sequence(size)),
		ifelse(k > 100, "ca_billetterie_eur", "ca_boutique_eur"),
		period_names(12, 100)[(k - 1) %% 100 + 1], unlist(samples))
}

failed <- FALSE
say <- function(what, count, difference, tolerance) {
	good <- count > 0 && is.finite(difference) && difference <= tolerance
	cat(sprintf("%-4s %-14s %7d figures, largest difference %.2g (at most %.0e)\n",
		if (good) "ok" else "FAIL", what, count, difference, tolerance))
	if (!good) failed <<- TRUE
}

decompose_by <- function(x, method) {
	parts <- function(fit) fit$time.series
	stl_with <- function(...) { p <- parts(stl(x, ...)); cbind(p[, "trend"], p[, "seasonal"], p[, "remainder"]) }
	switch(method,
		additive = , multiplicative = {
			d <- decompose(x, method)
			cbind(d$trend, d$seasonal, d$random)
		},
		"stl" = stl_with(s.window = "periodic"),
		"stl-7" = stl_with(s.window = 7),
		"stl-13" = stl_with(s.window = 13),
		"stl-robust" = stl_with(s.window = "periodic", robust = TRUE),
		"stl-7-robust" = stl_with(s.window = 7, robust = TRUE))
}

compare_season <- function() {
	ours <- read.csv("season.csv", header = FALSE, colClasses = c(V10 = "character"), fill = TRUE)
	names(ours)[1:8] <- c("method", "shape", "indicator", "office", "period", "value", "trend", "seasonal")
	names(ours)[9] <- "rest"
	for (method in unique(ours$method)) {
		worst <- 0; count <- 0
		for (s in seq_len(nrow(shapes))) {
			mine <- ours[ours$method == method & ours$shape == shapes$name[s], ]
			if (!nrow(mine)) next
			for (office in split(mine, mine$office)) {
				stopifnot(nrow(office) == shapes$n[s])
				x <- ts(office$value, frequency = shapes$frequency[s], start = 2012)
				theirs <- decompose_by(x, method)
				got <- as.matrix(office[, c("trend", "seasonal", "rest")])
				if (!identical(is.na(unname(got)), is.na(matrix(theirs, ncol = 3)))) worst <- Inf
				worst <- max(worst, abs(got - theirs), na.rm = TRUE)
				count <- count + sum(!is.na(got))
			}
		}
		say(method, count, worst, if (startsWith(method, "stl")) 1e-4 else 1e-6)
	}
}

read_samples <- function() lapply(strsplit(readLines("samples.txt"), " "), as.numeric)

compare_order <- function(samples) {
	ours <- as.matrix(read.csv("order.csv", header = FALSE))
	theirs <- t(vapply(samples, function(x)
		c(quantile(x, c(0, .1, .25, .5, .75, .9, 1), type = 7, names = FALSE), mad(x)), numeric(8)))
	say("quantile", length(ours[, 1:7]), max(abs(ours[, 1:7] - theirs[, 1:7])), 1e-9)
	say("mad", nrow(ours), max(abs(ours[, 8] - theirs[, 8])), 1e-9)
}

# Rosner (1983), alpha 0.05: as many as the last step whose deviate is above its limit
rosner <- function(x, most = 10) {
	left <- x; at <- seq_along(x); n <- length(x)
	gone <- score <- numeric(0); last <- 0
	for (i in seq_len(min(most, n - 2))) {
		r <- abs(left - mean(left)) / sd(left)
		k <- which.max(r)
		gone[i] <- at[k]; score[i] <- r[k]
		p <- 1 - 0.05 / (2 * (n - i + 1))
		t <- qt(p, n - i - 1)
		if (r[k] > (n - i) * t / sqrt((n - i - 1 + t^2) * (n - i + 1))) last <- i
		left <- left[-k]; at <- at[-k]
	}
	data.frame(at = gone, score = score)[seq_len(last), ]
}
modz <- function(x) {
	z <- 0.6745 * abs(x - median(x)) / mad(x, constant = 1)
	data.frame(at = which(z > 3.5), score = z[z > 3.5])
}
tukey <- function(x) {
	q <- quantile(x, c(.25, .75), type = 7, names = FALSE)
	away <- pmax(q[1] - x, x - q[2]) / (q[2] - q[1])
	data.frame(at = which(away > 1.5), score = away[away > 1.5])
}

compare_outliers <- function(samples) {
	ours <- read.csv("outliers.csv", header = FALSE,
		col.names = c("office", "indicator", "period", "value", "rule", "score", "low", "high"))
	for (rule in c("esd", "modz", "tukey")) {
		theirs <- do.call(rbind, lapply(seq_along(samples), function(k) {
			found <- switch(rule, esd = rosner, modz = modz, tukey = tukey)(samples[[k]])
			if (!nrow(found)) return(NULL)
			data.frame(key = sprintf("S%02d %s %s", found$at,
				if (k > 100) "ca_billetterie_eur" else "ca_boutique_eur",
				period_names(12, 100)[(k - 1) %% 100 + 1]), score = found$score)
		}))
		mine <- ours[ours$rule == rule, ]
		mine$key <- paste(mine$office, mine$indicator, mine$period)
		both <- merge(mine, theirs, by = "key")
		same <- nrow(both) == nrow(mine) && nrow(both) == nrow(theirs)
		say(rule, nrow(mine), if (same) max(abs(abs(both$score.x) - both$score.y)) else Inf, 1e-5)
	}
}

if (args[1] == "write") {
	write_all()
} else {
	samples <- read_samples()
	compare_season()
	compare_order(samples)
	if (file.exists("outliers.csv")) compare_outliers(samples) else
		cat("skip esd, modz, tukey: there is no 'rt-observatory outliers'\n")
	if (failed) quit(status = 1)
}
