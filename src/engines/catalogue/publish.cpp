// Writing new versions and the journal entry that says so.
#include "engines/catalogue/publish.hpp"

#include "base/must.hpp"
#include "engines/catalogue/content.hpp"
#include "engines/catalogue/store.hpp"
#include "platform/crypto/crypto.hpp"

namespace catalogue {

std::string hash_of(const Publication& p) {
  const base::json::object all = {{"content", p.content},
                                  {"form", p.form},
                                  {"flow", p.flow},
                                  {"result_template", p.result_template}};
  return crypto::sha256_hex(base::json::canonical(all));
}

void Publisher::publish(db::Tx& tx, const Act& act, const std::vector<Publication>& publications,
                        base::json::object facts) {
  base::json::array published;
  for (const auto& publication : publications) {
    reading::Flaws flaws;
    auto version = read_content(publication.content, flaws);
    base::must(flaws.empty());
    const auto before = store::newest(tx, version.code);
    version.id = db_.fresh<base::VersionId>();
    version.number = before ? before->number + 1 : 1;
    version.has_form = !publication.form.empty();
    version.hash = hash_of(publication);
    store::insert(tx, version, publication, act.now);
    if (published_) published_(tx, version);
    published.push_back({{"version", version.id.str()},
                         {"code", version.code},
                         {"number", version.number},
                         {"hash", version.hash}});
  }
  facts["versions"] = std::move(published);
  // [law: NĐ 63/2010 Đ.15] procedures bind only once published
  journal_.append(tx, act.now,
                  {.act = act.id,
                   .actor = act.actor,
                   .verb = "catalogue.publish",
                   .subject_kind = "publication",
                   .subject = db_.next_id(),
                   .facts = std::move(facts)});
}

}  // namespace catalogue
