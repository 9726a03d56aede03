// The mark and the river: the two drawings of the product's identity (DESIGN §3).
#pragma once

#include "base/html.hpp"

namespace ui {

// A Mekong boat with its painted eye, carrying a lotus.
base::Html logo_mark();
// Cửu Long lines: one river becomes nine branches. Home and sign-in only.
base::Html river();
base::Html river_tall();

}  // namespace ui
