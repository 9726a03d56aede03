// The secret of a slip: with the code beside it, it opens a dossier's state to whoever holds the
// paper, and nothing else does.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "services/one_stop/dossier.hpp"

namespace db {
class Database;
class Tx;
}  // namespace db

namespace one_stop::slip {

// Ten of 32 letters and digits that are not taken for each other: 50 bits. Made from a random part
// in the row and the installation's key, so the row alone does not tell it, and it can be shown
// again. "": the dossier has none yet.
std::string secret(db::Tx& tx, base::DossierId dossier);
// The same; made if there was none.
std::string secret_made(db::Database& db, base::DossierId dossier);
// "K7M4P-X2QWE", as it is printed.
std::string printed(std::string_view secret);

// The address of a look-up, with the secret in it.
std::string opening(std::string lookup_url, std::string_view secret);

// Whether the typed secret is that of the dossier; takes as long when there is no such dossier.
bool opens(db::Tx& tx, const std::optional<Dossier>& dossier, std::string_view typed);

// A new random part, for a new dossier.
std::string fresh();

}  // namespace one_stop::slip
