/** Average of those that have stars, to one decimal; null while none has. */
export function averageStars(reviews: readonly { readonly stars: string }[]): { mean: string; count: number } | null {
  const stars = reviews.map((review) => Number(review.stars)).filter((count) => count > 0)
  if (stars.length === 0) return null
  const mean = stars.reduce((sum, count) => sum + count, 0) / stars.length
  return { mean: mean.toFixed(1), count: stars.length }
}
