// Signing keys for demonstrations: made when first asked for, kept in a folder only we may read.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <map>
#include <mutex>
#include <sstream>

#include "engines/documents/documents.hpp"
#include "platform/crypto/crypto.hpp"

namespace documents {
namespace {

constexpr std::string_view separator = "\n--8<--\n";

// Written whole under another name first: a crash leaves no half key.
void write_private(const std::filesystem::path& path, const std::string& bytes) {
  const auto part = path.string() + ".part";
  const int file = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) throw db::Failure("cannot write " + part);
  const auto written = ::write(file, bytes.data(), bytes.size());
  const bool whole = written == ssize_t(bytes.size()) && ::fsync(file) == 0;
  ::close(file);
  if (!whole) throw db::Failure("cannot write " + part + ": is the disk full?");
  std::filesystem::rename(part, path);
}

class Ring {
 public:
  Ring(std::filesystem::path folder, base::Instant now) : folder_(std::move(folder)), now_(now) {
    std::filesystem::create_directories(folder_);
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all);
  }

  crypto::Credential get(const std::string& name, const crypto::Holder& holder) {
    const std::lock_guard lock(mutex_);
    if (const auto known = known_.find(name); known != known_.end()) return known->second;
    auto made = load(name);
    if (!made) {
      if (!authority_) authority_ = load_authority();
      made = crypto::issue_demo_certificate(*authority_, holder, now_);
      store(name, *made);
    }
    return known_.emplace(name, *made).first->second;
  }

 private:
  crypto::Credential load_authority() {
    if (auto kept = load("authority")) return *kept;
    auto made = crypto::make_demo_authority("Tây Đô DEMO CA", now_);
    store("authority", made);
    return made;
  }
  std::optional<crypto::Credential> load(const std::string& name) const {
    std::ifstream file(folder_ / (name + ".pem"));
    if (!file) return std::nullopt;
    std::stringstream text;
    text << file.rdbuf();
    const auto all = text.str();
    const auto cut = all.find(separator);
    if (cut == std::string::npos) return std::nullopt;
    return crypto::Credential{all.substr(0, cut), all.substr(cut + separator.size())};
  }
  void store(const std::string& name, const crypto::Credential& c) const {
    write_private(folder_ / (name + ".pem"), c.key_pem + std::string(separator) + c.chain_pem);
  }

  std::filesystem::path folder_;
  base::Instant now_;
  std::mutex mutex_;
  std::optional<crypto::Credential> authority_;
  std::map<std::string, crypto::Credential> known_;
};

// A certificate names its holder's agency: who goes to another agency gets another key.
std::string name_of(std::string_view kind, const std::string& id, const crypto::Holder& holder) {
  const auto agency = crypto::sha256_hex(holder.organisation).substr(0, 8);
  return std::string(kind) + "-" + id + "-" + agency;
}

}  // namespace

Keys demo_keys(std::filesystem::path folder, base::Instant now) {
  auto ring = std::make_shared<Ring>(std::move(folder), now);
  return {[ring](base::PersonId id, const crypto::Holder& h) {
            return ring->get(name_of("person", id.str(), h), h);
          },
          [ring](base::UnitId id, const crypto::Holder& h) {
            return ring->get(name_of("unit", id.str(), h), h);
          }};
}

}  // namespace documents
