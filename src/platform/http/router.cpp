// Routes as a tree of segments; a dead end goes back to the hole beside it.
#include "platform/http/router.hpp"

#include "base/must.hpp"

namespace http {
namespace {

constexpr std::size_t methods_count = 2;  // GET and POST; a page answers to no other

std::optional<std::size_t> index_of(Method method) {
  if (method == Method::get || method == Method::head) return 0;
  if (method == Method::post) return 1;
  return std::nullopt;
}

using Segments = std::vector<std::string_view>;

// "/a/b" -> {"a", "b"}; "/" -> {""}.
Segments segments(std::string_view path) {
  Segments out;
  while (path.starts_with('/')) {
    path.remove_prefix(1);
    const auto end = path.find('/');
    out.push_back(path.substr(0, end));
    path = end == path.npos ? std::string_view{} : path.substr(end);
  }
  return out;
}

}  // namespace

struct Router::Node {
  std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
  std::unique_ptr<Node> hole;
  std::array<std::optional<std::size_t>, methods_count> routes;

  // The node for the segments from `at` on; `values` gets what the holes took. One that has routes,
  // but none for `method`, is only second best: it goes to `other`.
  const Node* walk(const Segments& path, std::size_t at, std::size_t method, Segments& values,
                   const Node*& other) const {
    if (at == path.size()) {
      if (routes[method]) return this;
      if ((routes[0] || routes[1]) && !other) other = this;
      return nullptr;
    }
    if (const auto next = literals.find(path[at]); next != literals.end()) {
      if (auto* found = next->second->walk(path, at + 1, method, values, other)) return found;
    }
    if (!hole || path[at].empty()) return nullptr;
    values.push_back(path[at]);
    if (auto* found = hole->walk(path, at + 1, method, values, other)) return found;
    values.pop_back();
    return nullptr;
  }
};

Router::Router() : root_(std::make_unique<Node>()) {}
Router::~Router() = default;

std::size_t Router::add(Method method, std::string_view pattern) {
  const auto slot = index_of(method);
  base::must(slot.has_value() && pattern.starts_with('/'));
  std::vector<std::string> names;
  Node* node = root_.get();
  for (const auto segment : segments(pattern)) {
    const bool hole = segment.starts_with('{') && segment.ends_with('}');
    base::must(hole ? segment.size() > 2 : segment.find_first_of("{}") == segment.npos);
    if (hole) names.emplace_back(segment.substr(1, segment.size() - 2));
    auto& next = hole ? node->hole : node->literals[std::string(segment)];
    if (!next) next = std::make_unique<Node>();
    node = next.get();
  }
  base::must(!node->routes[*slot]);
  node->routes[*slot] = hole_names_.size();
  hole_names_.push_back(std::move(names));
  return hole_names_.size() - 1;
}

Router::Match Router::find(Method method, std::string_view path) const {
  const auto slot = index_of(method);
  const Node* other = nullptr;
  Segments values;
  const auto* node = root_->walk(segments(path), 0, slot.value_or(0), values, other);
  if (node && slot) {
    Match match{200, *node->routes[*slot], {}, {}};
    const auto& names = hole_names_[match.route];
    for (std::size_t i = 0; i < names.size(); ++i) {
      match.captured.emplace_back(names[i], std::string(values[i]));
    }
    return match;
  }
  if (!node) node = other;
  if (!node) return {};
  std::string allow = node->routes[0] ? "GET, HEAD" : "";
  if (node->routes[1]) allow += allow.empty() ? "POST" : ", POST";
  return {405, 0, {}, std::move(allow)};
}

std::string_view Router::Match::at(std::string_view name) const {
  for (const auto& [key, value] : captured) {
    if (key == name) return value;
  }
  return {};
}

}  // namespace http
