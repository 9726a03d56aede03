// Sealing held forms with a key made from the server's secret.
#include "engines/identity/held.hpp"

#include "base/json.hpp"
#include "engines/identity/sealing.hpp"
#include "engines/identity/sessions.hpp"
#include "engines/identity/store_held.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/crypto/seal.hpp"

namespace identity::held {
namespace {

std::string key_of(std::string_view secret) {
  return crypto::sha256(crypto::hmac_sha256_hex(secret, "held"));
}

// The row a sealed form belongs to: moved to another, it does not open.
std::string seal_place(std::string_view cookie_hash, base::PersonId person) {
  return "held/" + std::string(cookie_hash) + "/" + person.str();
}

std::optional<std::string> opened(const store::HeldForm& row, std::string_view secret) {
  const auto sealed = crypto::from_base64(row.sealed);
  if (!sealed) return std::nullopt;
  return crypto::open_seal(key_of(secret), *sealed, seal_place(row.cookie_hash, row.person));
}

// The marks of the old form are of no use to the new one.
bool is_mark(std::string_view name) { return name == "act" || name == "token"; }

std::optional<std::string> written(const Form& form) {
  const auto& fields = form.fields;
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
  return serialize(
      base::json::object{{"values", values}, {"uploads", uploads}, {"action", form.action}});
}

Form read(std::int64_t id, const std::string& text) {
  Form form{.id = id};
  auto& fields = form.fields;
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
  form.action = base::json::text_at(all.as_object(), "action");
  return form;
}

}  // namespace

bool keep(db::Database& db, std::string_view secret, const Place& place, const Form& typed,
          base::Instant now) {
  const auto text = written(typed);
  if (!text) return false;
  store::HeldForm form;
  form.id = db.next_id();
  form.cookie_hash = crypto::sha256_hex(place.cookie);
  form.person = place.person;
  form.page = place.page;
  form.sealed = crypto::base64(
      crypto::seal(key_of(secret), *text, seal_place(form.cookie_hash, form.person)));
  form.at = now;
  db.write([&](db::Tx& tx) {
    store::forget_held(tx, now - held_us, now + clock_skew_us);
    store::leave_newest(tx, place.person, forms_per_person_max - 1);
    store::insert_held(tx, form);
  });
  return true;
}

std::optional<Form> find(db::Database& db, std::string_view secret, const Place& place,
                         base::Instant now) {
  const auto row = db.read([&](db::Tx& tx) {
    return store::newest_held(tx, crypto::sha256_hex(place.cookie), place.page, place.person,
                              now - held_us, now + clock_skew_us);
  });
  if (!row) return std::nullopt;
  const auto text = opened(*row, secret);
  if (!text) return std::nullopt;
  return read(row->id, *text);
}

void remove(db::Database& db, std::int64_t id) {
  db.write([&](db::Tx& tx) { store::remove_held(tx, id); });
}

}  // namespace identity::held

namespace identity {

std::optional<bool> held_forms_key_fits(db::Tx& tx, std::string_view key) {
  const auto row = store::newest_held(tx);
  if (!row) return std::nullopt;
  return held::opened(*row, key).has_value();
}

}  // namespace identity
