// Letters as files, where a demonstration has no mail server.
#include <fstream>
#include <stdexcept>

#include <filesystem>

#include "engines/messages/letters.hpp"

namespace messages {

Send into_folder(std::string folder) {
  return [folder = std::move(folder)](const mail::Letter& letter, base::Instant now) {
    std::filesystem::create_directories(folder);
    const auto path = std::filesystem::path(folder) / (letter.id + ".eml");
    std::ofstream file(path, std::ios::binary);
    file << mail::bytes(letter, now);
    file.close();
    if (!file) throw std::runtime_error("mail: the folder cannot be written");
    return mail::Answer{.outcome = mail::Outcome::accepted,
                        .code = 250,
                        .said = "kept as a file",
                        .to_what = "DATA"};
  };
}

}  // namespace messages
