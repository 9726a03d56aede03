// Rows of held forms, sealed with a key made from the server's secret.
#include "engines/identity/held.hpp"

#include "base/json.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/seal.hpp"

namespace identity::held {
namespace {

constexpr std::string_view kForget = R"sql(
  DELETE FROM identity_held WHERE held_at < $1)sql";

constexpr std::string_view kForgetOldest = R"sql(
  DELETE FROM identity_held WHERE person_id = $1 AND id NOT IN (
    SELECT id FROM identity_held WHERE person_id = $1 ORDER BY held_at DESC, id DESC
    LIMIT $2))sql";

constexpr std::string_view kKeep = R"sql(
  INSERT INTO identity_held (id, cookie_hash, person_id, page, sealed, held_at)
  VALUES ($1, $2, $3, $4, $5, $6))sql";

constexpr std::string_view kFind = R"sql(
  SELECT id, sealed FROM identity_held
  WHERE cookie_hash = $1 AND page = $2 AND person_id = $3 AND held_at > $4
  ORDER BY held_at DESC, id DESC LIMIT 1)sql";

constexpr std::string_view kRemove = R"sql(
  DELETE FROM identity_held WHERE id = $1)sql";

std::string key_of(std::string_view secret) {
  return crypto::sha256(crypto::hmac_sha256_hex(secret, "held"));
}

// The row a sealed form belongs to: moved to another, it does not open.
std::string seal_place(const Place& place) {
  return "held/" + crypto::sha256_hex(place.cookie) + "/" + place.person.str();
}

// The marks of the old form are of no use to the new one.
bool is_mark(std::string_view name) { return name == "act" || name == "token"; }

std::optional<std::string> written(const http::Fields& fields) {
  base::json::array values, uploads;
  std::size_t typed = 0, uploaded = 0;
  for (const auto& [name, value] : fields.list()) {
    if (is_mark(name)) continue;
    typed += name.size() + value.size();
    values.push_back(base::json::array{name, value});
  }
  if (typed > typed_bytes_max) return std::nullopt;
  for (const auto& [name, upload] : fields.uploads()) {
    uploaded += upload.bytes.size();
    if (uploaded > uploads_bytes_max) break;
    uploads.push_back(base::json::array{name, upload.file_name, crypto::base64(upload.bytes)});
  }
  return serialize(base::json::object{{"values", values}, {"uploads", uploads}});
}

http::Fields read(const std::string& text) {
  http::Fields fields;
  const auto all = boost::json::parse(text);
  const auto str = [](const base::json::value& v) { return std::string(v.as_string()); };
  for (const auto& pair : all.at("values").as_array()) {
    fields.add(str(pair.at(0)), str(pair.at(1)));
  }
  for (const auto& upload : all.at("uploads").as_array()) {
    fields.add(
        str(upload.at(0)),
        http::Upload{str(upload.at(1)), crypto::from_base64(str(upload.at(2))).value_or("")});
  }
  return fields;
}

}  // namespace

bool keep(db::Database& db, std::string_view secret, const Place& place, const http::Fields& fields,
          base::Instant now) {
  const auto text = written(fields);
  if (!text) return false;
  const auto sealed = crypto::base64(crypto::seal(key_of(secret), *text, seal_place(place)));
  const auto id = db.next_id();
  db.write([&](db::Tx& tx) {
    tx.execute(kForget, {now - held_us});
    tx.execute(kForgetOldest, {place.person, forms_per_person_max - 1});
    tx.execute(kKeep,
               {id, crypto::sha256_hex(place.cookie), place.person, place.page, sealed, now});
  });
  return true;
}

std::optional<Form> find(db::Database& db, std::string_view secret, const Place& place,
                         base::Instant now) {
  const auto row = db.read([&](db::Tx& tx) {
    return tx.first(kFind,
                    {crypto::sha256_hex(place.cookie), place.page, place.person, now - held_us},
                    [](const db::Row& r) { return std::pair(r.i64(0), r.str(1)); });
  });
  if (!row) return std::nullopt;
  const auto sealed = crypto::from_base64(row->second);
  const auto text =
      sealed ? crypto::open_seal(key_of(secret), *sealed, seal_place(place)) : std::nullopt;
  if (!text) return std::nullopt;
  return Form{row->first, read(*text)};
}

void remove(db::Database& db, std::int64_t id) {
  db.write([&](db::Tx& tx) { tx.execute(kRemove, {id}); });
}

}  // namespace identity::held
