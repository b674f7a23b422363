/** The key that Firebase's library subscribes with where a site gives none of its own; Google has its private half. */
export const firebaseDefaultKey =
  'BDOU99-h67HcA6JeFXHbSNMu7e2yNNu3RzoMj8TM4W88jITfq7ZmPvIM1Iv-4_l2LxQcYwhqby2xGpWwzjfAnG4';
