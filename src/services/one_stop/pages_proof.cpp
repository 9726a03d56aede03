// The proof of a dossier's journal entries: read, put into its page, handed over.
#include "services/one_stop/pages_proof.hpp"

#include "base/must.hpp"
#include "engines/journal/proof.hpp"
#include "platform/embedded.hpp"
#include "services/one_stop/store.hpp"

namespace one_stop {
namespace {

constexpr std::string_view hole = "@@proof@@";

std::string_view template_page() {
  for (const auto& file : embedded::files()) {
    if (file.path == "web/dist/proof.html") return file.bytes;
  }
  base::must(false);
  return {};
}

// JSON that may stand inside <script>: no "<" ends it early.
std::string inside_script(const base::json::object& json) {
  std::string out;
  for (const char c : base::json::canonical(json)) {
    if (c == '<')
      out += "\\u003c";
    else
      out += c;
  }
  return out;
}

}  // namespace

http::Response ProofPages::download(identity::Visit& visit) {
  auto proof = parts_.db.read([&](db::Tx& tx) {
    const auto dossier = store::by_code(tx, visit.param("code"));
    if (!dossier) return base::json::object();
    return journal::proof_of(tx, "dossier", dossier->id.value, dossier->code, visit.now());
  });
  if (proof.empty()) return parts_.chrome.not_found(visit);
  proof["lang"] = visit.lang() == base::Lang::en ? "en" : "vi";
  std::string page(template_page());
  page.replace(page.find(hole), hole.size(), inside_script(proof));
  const auto name = "chung-cu-" + std::string(base::json::text_at(proof, "name")) + ".html";
  return http::Response::file("text/html; charset=utf-8", std::move(page), name, false);
}

}  // namespace one_stop
