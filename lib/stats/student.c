/* SPDX-License-Identifier: MIT
 * Student's t distribution. The tail is a regularised incomplete beta function, summed as a
 * continued fraction (Abramowitz and Stegun 26.5.8, evaluated by Lentz's method); the quantile
 * is found from it by Newton's steps kept within a bracket.
 */
#include <math.h>

#include "outliers.h"

enum { MOST_TERMS = 500, MOST_STEPS = 200 };

static double off_zero(double x)
{
	return fabs(x) < 1e-300 ? 1e-300 : x;
}

static double beta_fraction(double x, double a, double b)
{
	double c = 1, d = 1 / off_zero(1 - (a + b) * x / (a + 1)), value = d;

	for (int i = 1; i <= MOST_TERMS; i++) {
		double m = i;
		double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		double change;

		d = 1 / off_zero(1 + even * d);
		c = off_zero(1 + even / c);
		value *= d * c;
		d = 1 / off_zero(1 + odd * d);
		c = off_zero(1 + odd / c);
		change = d * c;
		value *= change;
		if (fabs(change - 1) < 1e-16)
			break;
	}
	return value;
}

/* log Γ without the global that lgamma writes. */
static double log_gamma(double x)
{
	int sign;

	return lgamma_r(x, &sign);
}

/* I_x(a, b); y is 1 − x, known better than by subtraction. */
static double incomplete_beta(double x, double y, double a, double b)
{
	double front;

	if (x <= 0 || y <= 0)
		return x <= 0 ? 0 : 1;
	front = exp(log_gamma(a + b) - log_gamma(a) - log_gamma(b) + a * log(x) + b * log(y));
	return x < (a + 1) / (a + b + 2) ? front * beta_fraction(x, a, b) / a
					 : 1 - front * beta_fraction(y, b, a) / b;
}

double stats_student_tail(double t, double freedom)
{
	double whole = freedom + t * t;

	return incomplete_beta(freedom / whole, t * t / whole, freedom / 2, 0.5) / 2;
}

static double density(double t, double freedom)
{
	return exp(log_gamma((freedom + 1) / 2) - log_gamma(freedom / 2) -
		   0.5 * log(freedom * 3.14159265358979323846) -
		   (freedom + 1) / 2 * log1p(t * t / freedom));
}

double stats_student_above(double tail, double freedom)
{
	double low = 0, high = 1, t;

	while (stats_student_tail(high, freedom) > tail && high < 1e150) {
		low = high;
		high *= 2;
	}
	t = (low + high) / 2;
	for (int i = 0; i < MOST_STEPS; i++) {
		double over = stats_student_tail(t, freedom) - tail, next;

		if (over > 0)
			low = t;
		else
			high = t;
		next = t + over / density(t, freedom);
		if (!(next > low && next < high))
			next = (low + high) / 2;
		if (fabs(next - t) <= 1e-14 * t)
			return next;
		t = next;
	}
	return t;
}
