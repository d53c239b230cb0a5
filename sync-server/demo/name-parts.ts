/**
 * Parts of made-up names. Search is tested and measured with these people, so its code must not know this list:
 * nothing outside this folder imports it.
 */
function words(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}

/** One-name people born before about 1970. */
export const OLD_MALE = words(`
  Bejo Darmo Darsono Harjo Hartono Jarwo Jumadi Jumari Jumiran Kadiman Kadir Kamidi Kardi Karman Karno Karsidi Kartono
  Kasan Kasiman Kasimin Kaslan Kasnadi Katimin Katiran Kromo Kusnadi Kusno Lamidi Lasiman Lasimin Legimin Legiman
  Lamijan Maridi Marijan Marsudi Marto Mislan Misnan Misran Mujiono Mulyadi Mulyono Munawar Ngadiman Ngadimin Ngatiman
  Ngatimin Nyamin Nyoto Pailan Paijan Paiman Paimin Painan Pardi Parlan Parmin Parno Parto Ponidi Ponijan Ponimin
  Poniran Prawiro Rakiman Rakidi Rebo Resowiyono Saban Sadiman Saidi Sakiman Sakri Salamun Salim Samadi Samijan Samin
  Samiran Sanusi Sardi Saridi Sariman Sarjono Sarmin Sarno Sarwono Sastro Satiman Satiran Senen Setu Simin Slamet
  Soekarman Soemarno Soenarto Soeparno Soeprapto Soewarno Soeyitno Subagyo Subandi Subari Sudarman Sudarmaji Sudarsono
  Sugeng Sugimin Sugito Sugiyono Suhadi Sujarwo Sujono Sukadi Sukamto Sukarji Sukarno Sukijan Sukiman Sukimin Sukirno
  Sukoco Sumadi Sumardi Sumarji Sumarno Sumiran Sunardi Sunarto Sunaryo Sungkono Sunyoto Suparjo Suparlan Suparman
  Suparno Supoyo Supriyadi Supriyono Suradi Suraji Surono Suroso Suroto Suryadi Sutarjo Sutarno Sutikno Sutiyono
  Sutopo Sutrisno Suwadi Suwandi Suwarno Suwito Suyadi Suyatno Suyitno Suyono Tamin Tarmuji Tarno Taslim Tjipto
  Tjokro Tugimin Tugiman Tukijan Tukiman Tukimin Tukiran Tumiran Wagimin Wagiman Wagiran Wakidi Wakiman Warsidi Warsito
  Warso Wasis Wiryo Wito Wiyono Yahman Yatiman Yatimin Yitno
`)

export const OLD_FEMALE = words(`
  Boinem Boinah Daliyem Darmi Dasinem Darinem Darsini Ginem Ginah Jainem Jaminah Jamini Jariyah Jasmi Jinem Jumiati
  Juminah Jumini Kademi Kaminah Kamini Karmi Karminah Karsinah Karti Kasiyem Kasmi Kasmirah Katemi Katinah Katini
  Katmi Lamini Lasiyem Lasmi Lasmini Legiyem Legini Maryam Mariyem Marmi Marni Marsi Marsini Martini Mesiyem Mesirah
  Misirah Misiyem Misni Muinah Mujiati Mujinem Mukinem Munjiyah Muntamah Murtini Musiyem Musringah Ngadinah Ngadiyem
  Ngatemi Ngatinem Ngatini Ngatirah Paijem Painah Painem Paini Parijem Parinem Parmi Parsini Parti Partini Patmi
  Pariyem Poniyem Ponirah Ponikem Rakinem Rasmi Rasiyem Robiah Rubinah Rubiyem Rukinah Rumini Rusmini Saijem Sainem
  Saini Sajinem Sakinem Samiyem Saminah Samini Saniyem Sarinem Saripah Sariyem Sarmi Sarmini Sartini Satinah Satinem
  Sayem Semi Sinem Simpen Sipon Sitam Siyam Siyem Soekarti Soemini Soeparmi Soewarni Subinah Sudarmi Sudarti Sugiarti
  Sugini Suharti Suinah Sujiati Sukarmi Sukarti Sukemi Sukini Sukinem Sulami Sulastri Sulikah Sumarmi Sumarni Sumarti
  Sumiati Suminah Sumini Sumirah Sunarmi Sunarti Sundari Suparmi Suparti Supatmi Supiyah Suprapti Supriyati Suratmi
  Surati Suratini Suripah Surip Surtini Sutarmi Sutarti Sutini Sutinah Sutirah Suwarni Suwarti Suyati Suyatmi Tarmi
  Tasmi Tentrem Tinah Tinem Tugiyem Tukinah Tukinem Tukini Tukirah Tukiyem Tumini Tuminah Tumirah Tumiyem Wagini
  Waginah Wagirah Wagiyem Wajinem Warni Warsi Warsini Warti Wartini Wasiyem Wijinem Wiji Winarni Yainem Yasmi Yatemi
  Yatinem Yatmi
`)

/** First parts of people born between about 1970 and 2000. */
export const GROWN_MALE = words(`
  Achmad Adi Agung Agus Ahmad Andi Andik Andri Anang Anton Anwar Arief Arif Aris Bagus Bambang Bayu Budi Cahyo Catur
  Dadang Danang Dani Dedi Denny Dian Didik Dodik Dwi Edi Eko Endro Erwin Fajar Farid Feri Galih Gatot Guntur Hadi
  Hari Hariyanto Hendra Hendrik Heri Heru Imam Indra Irawan Iwan Joko Kukuh Lukman Marsono Moch. Mohamad Muhamad
  Muhammad Mukhlis Mujib Nanang Nur Nurul Puguh Purwanto Rahmat Ridwan Rizal Rohmad Roni Rudi Rudianto Saiful Samsul
  Sigit Singgih Sofyan Sony Suryo Syaiful Tatang Taufik Teguh Tony Totok Tri Wahid Wahyu Wawan Widi Wisnu Yanuar Yoga
  Yogi Yoyok Yudi Yulianto Yusuf Zainal Zainuri
`)

export const GROWN_FEMALE = words(`
  Ambar Ana Anik Anis Ari Ariani Asih Astri Atik Binti Citra Dewi Diah Dian Dina Dwi Eka Elly Endah Endang Eni Enny
  Erna Erni Esti Eva Evi Farida Fitri Hani Heni Herlina Ida Ika Indah Indri Ira Isti Istiqomah Iis Khoirul Khusnul
  Kiki Kristin Kuntari Kusmiati Laila Lilik Lina Lis Luluk Mamik Maya Mei Mia Muji Murni Nanik Nia Nining Ninik Nita
  Novi Nunik Nunung Nur Nurul Peni Puji Puspita Rahma Ratih Ratna Reni Retno Rina Ririn Rita Rini Rochmah Rukmini
  Santi Sari Septi Sinta Siska Siti Sofia Sri Suci Sulis Susi Sylvia Tantri Tatik Titik Titin Tri Tutik Umi Uswatun
  Wahyu Weni Widya Wilis Winda Wiwik Wiwin Wulan Yanti Yayuk Yeni Yessi Yuli Yulia Yuni Yustina Zaenab Zulaikah
`)

/** First parts of people born after about 2000. */
export const YOUNG_MALE = words(`
  Abiyyu Abizar Adam Adit Aditya Adnan Affan Ahsan Aiman Akbar Alfarizi Alfian Alif Alvaro Alvin Andika Ardan Ardiansyah
  Arka Arkan Arkana Arsyad Arya Attar Azka Azzam Bagas Bagaskara Bilal Bima Bintang Brian Daffa Danish Davin Devan Dicky
  Dimas Dzaki Elang Evan Fadhil Fadli Fahmi Fahri Faisal Farel Farhan Fathan Fathir Febrian Ferdi Fikri Gading Galang
  Gavin Ghani Gibran Gilang Habib Hafidz Haikal Hanif Haris Ibrahim Ihsan Ikhsan Ilham Irfan Ivan Iqbal Jovan Kaisar
  Keenan Kenzie Kenzo Kevin Khalid Khoirul Krisna Lutfi Malik Mahesa Maulana Mirza Muhammad Nabil Nafis Naufal Nizam
  Nino Panji Pandu Putra Raditya Rafa Rafael Rafardhan Rafif Rafka Raihan Raka Rama Ramadhan Rangga Rasya Rayyan Rehan
  Rendra Reno Revan Reza Rian Rifqi Rizky Rizqi Rohman Ryan Satria Septian Shaka Surya Syahrul Syauqi Tegar Tio Umar
  Vino Wildan Wira Yahya Yoga Yusril Zaidan Zafran Zaki Zayn Zidan
`)

export const YOUNG_FEMALE = words(`
  Adelia Adinda Afifah Aira Airin Aisyah Alea Alesha Alifa Alika Almira Alya Amanda Amelia Amira Anandita Anindya Anisa
  Annisa Aqila Arsyila Arum Aulia Aurel Aurelia Ayla Ayu Ayunda Azkia Azzahra Bella Bilqis Bunga Calista Candra Cahaya
  Chika Cinta Clarissa Dafina Dania Della Diana Diva Elsa Erika Fadila Fania Farah Fatimah Fauziah Febriana Felisha
  Fika Fira Fitria Freya Ghea Gita Gladis Hafsah Hana Hanifah Humaira Hasna Husna Inara Intan Inez Jasmine Jihan Kaila
  Kanaya Karin Karina Kayla Keisha Keyla Khadijah Khansa Kinanti Kirana Laras Latifa Lestari Lintang Livia Lulu Lutfia
  Maheswari Maura Maulida Medina Melati Mutiara Nabila Nadia Nadira Nafisa Naila Najwa Nanda Naura Nayla Nazwa Nisa
  Nabilah Olivia Putri Qonita Queen Raisa Raisya Rania Rasya Ratu Raya Regina Reva Riska Rizka Rosa Sabrina Safira
  Sakinah Salma Salsa Salsabila Salwa Sasa Sausan Sekar Shafira Shakila Shanum Shinta Syakira Syifa Talita Tania Tasya
  Tiara Ulfa Vania Velia Vina Viola Wulandari Yasmin Yumna Zahra Zahrani Zalfa Zaskia Zivana
`)

/** Later parts. */
export const MALE_LATER = words(`
  Adiputra Aji Alamsyah Ardianto Arifin Ashari Aziz Bachtiar Basuki Budiarto Budiono Budiman Cahyadi Cahyono Darmawan
  Efendi Fathoni Fauzan Fauzi Febrianto Firmansyah Gunawan Hadianto Hakim Hamid Hanafi Handoko Haryono Hariyadi Hasan
  Hermawan Hidayat Huda Ihsanudin Irawan Ismail Iswanto Jatmiko Jauhari Junaidi Karim Kristanto Kurniawan Kuncoro
  Kusuma Laksono Listyono Mahendra Mahmudi Marzuki Maulana Mubarok Mudzakir Mulyanto Munir Musthofa Mustofa Nasrudin
  Nugraha Nugroho Nurcahyo Nurhadi Nurdiansyah Pamuji Pamungkas Prabowo Pramono Pranoto Prasetya Prasetyo Prasojo
  Pratama Priyanto Purnama Purnomo Purwanto Putranto Rachman Raharjo Rahmadi Rahman Ramadhan Riyadi Riyanto Rosyid
  Ruswanto Sahputra Santoso Saputra Saputro Setiabudi Setiadi Setiawan Setyawan Setyo Sholeh Sholikin Siswanto Siswoyo
  Subekti Sucipto Sudrajat Suharto Sulaiman Sulistyo Sulistiyono Suprianto Susanto Susilo Sutanto Suwignyo Syah
  Syahputra Syarifudin Tamtomo Triatmojo Ubaidillah Utama Utomo Wahyudi Wahyono Waluyo Wardana Wardoyo Wibisono Wibowo
  Wicaksono Widianto Widodo Widyatmoko Wijanarko Wijaya Wijayanto Winarno Wiratama Yudhistira Yulianto Yunianto Zakaria
`)

export const FEMALE_LATER = words(`
  Agustin Agustina Aini Alfiyah Amalia Ambarwati Anggraeni Anggraini Aprilia Ariyanti Astuti Azizah Cahyani Cahyaningrum
  Damayanti Darmayanti Dewanti Dwiyanti Ekawati Ernawati Fadhilah Fatimah Fatmawati Fauziyah Febriyanti Fitriani
  Fitriyah Handayani Hartati Hartini Haryanti Hasanah Herawati Hermawati Hidayah Hidayati Indrawati Indriani Irawati
  Isnaini Istiana Jannah Juwita Khasanah Khoiriyah Kholifah Kumala Kurniasih Kurniawati Kusniati Kusumaningrum
  Kusumawati Kusumawardani Lailiyah Lestari Listiani Lutfiah Mahardika Maharani Mahmudah Marfuah Maryati Masruroh
  Maulidah Maysaroh Mufidah Muawanah Mulyani Mulyati Munawaroh Murtiningsih Muslimah Mutmainah Ningrum Ningsih Ningtyas
  Novitasari Nuraini Nurani Nurhayati Nurjanah Nurkhasanah Octavia Palupi Pangesti Permatasari Prastiwi Pratiwi
  Puspitasari Purnamasari Purwaningsih Purwanti Puspasari Rachmawati Rahayu Rahmawati Ramadhani Restiani Retnowati
  Rohana Rohmah Rohmatin Rosidah Rosyidah Safitri Sakdiyah Salamah Saraswati Sari Septiani Setianingsih Setyaningsih
  Setyowati Sholikhah Sofiana Solekah Subekti Sugiharti Suhartini Sulistyowati Sulistyorini Suryani Suryaningsih Susanti
  Susilowati Syarifah Triyani Umaroh Utami Wahyuningsih Wahyuni Wahyuningtyas Wardani Widiastuti Widowati Widyaningsih
  Widyastuti Wijayanti Winarsih Winarti Wulandari Yuliana Yulianti Yuliastuti Yuniarti Yunitasari Zahroh Zulfa
`)

export const STREETS = words(`
  Anggur Apel Aster Bengawan Belimbing Bali Cempedak Ciliwung Dahlia Delima Duku Durian Flores Gading Gambir Jambu Jati
  Jeruk Kalasan Kapuas Kemuning Kenari Ketapang Lawu Mahoni Makmur Mangga Manggis Merapi Merbabu Meranti Musi Nangka
  Nias Nuri Pandan Pepaya Pinus Rambutan Rinjani Salak Sawo Semeru Sirsat Slamet Sonokeling Srikaya Sumba Teratai
  Trembesi Tulip Waru Wilis
`)

/** Where people of Madiun were born. */
export const BIRTH_PLACES = words(`
  Madiun Madiun Madiun Madiun Madiun Madiun Madiun Magetan Magetan Ngawi Ngawi Ponorogo Ponorogo Nganjuk Kediri Surabaya
  Surakarta Trenggalek Pacitan Bojonegoro Sragen Wonogiri Malang Blitar Jakarta
`)

/** Words of the demo's passwords: plain, short, without any word twice. */
export const PASSWORD_WORDS = words(`
  angin awan bambu batik bukit bulan bunga cahaya candi danau daun delima embun fajar gamelan garam gula gunung hujan
  hutan intan jagung jambu jati jendela kabut kapas kayu kelapa kemiri kenanga kerang ketupat kopi kuda kunci laut
  lereng lilin madu mangga mawar melati merpati mutiara nanas padi pagi pandan pantai pasir pelangi perahu permata
  pisang pohon rambutan roda rotan rumah rusa sagu salju sawah senja serai sungai sutra taman tebu teh telaga tembaga
  teratai tikar tunas wayang
`)
